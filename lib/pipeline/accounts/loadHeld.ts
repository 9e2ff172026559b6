import { loadListedHoldings, loadSnapshotFacts, type ListedHolding, type SnapshotFacts } from '@/db/accountHoldings'
import type { Database } from '@/db/database'
import { loadHolder } from '@/db/holders'
import { loadAccountParts, type OwnedPart } from '@/db/lookThroughs'
import type { TrackedProtocol } from '@/db/protocols'
import type { AccountHolding, AccountPath, AccountToken, CountedElsewhere, HolderPlace } from '../../domain/account'
import type { Address } from '../../domain/address'
import { headlineLens, toLens } from '../../ownership/lenses'
import { loadShownSides, noSides, toStepSide } from '../ownership/loadShownSides'
import { toRepresentatives } from '../ownership/representatives'
import { toAccountToken, toContractName } from './accountToken'

/** What an account holds of every token, in the newest snapshots, and the ways by which it came to it. */
export async function loadHeld(database: Database, account: Address, protocols: readonly TrackedProtocol[]): Promise<{ holdings: AccountHolding[]; paths: AccountPath[] }> {
  const [listed, parts] = await Promise.all([loadListedHoldings(database, account), loadAccountParts(database, account)])
  const facts = await loadSnapshotFacts(database, { ids: [...new Set([...listed, ...parts].map(({ snapshotId }) => snapshotId))] })
  const held = await Promise.all(facts.map((snapshot) => {
    const protocol = protocols.find(({ slug }) => slug === snapshot.protocol)
    const token = toAccountToken(snapshot, protocols)
    const of = <Row extends { snapshotId: number }>(rows: readonly Row[]) => rows.filter(({ snapshotId }) => snapshotId === snapshot.snapshotId)
    // Its figures went to a newer one of the same day while its lists were read.
    if (!protocol || !token || snapshot.total === 0n) return null
    return toHeld(database, { account, protocol, token, snapshot, listed: of(listed), parts: of(parts) })
  }))
  const found = held.filter((one) => one !== null)
  const place = ({ protocol }: AccountToken) => protocols.findIndex(({ slug }) => slug === protocol)
  const inOrder = (a: AccountToken, b: AccountToken) => place(a) - place(b)
  return { holdings: found.map(({ holding }) => holding).sort(inOrder), paths: found.flatMap(({ paths }) => paths).sort(inOrder) }
}

interface Held {
  account: Address
  protocol: TrackedProtocol
  token: AccountToken
  snapshot: SnapshotFacts
  listed: readonly ListedHolding[]
  parts: readonly OwnedPart[]
}

async function toHeld(database: Database, held: Held): Promise<{ holding: AccountHolding; paths: AccountPath[] }> {
  const { account, protocol, token, snapshot, listed, parts } = held
  const toPlace = (found: { rank: number; amount: bigint } | null | undefined, denominator: bigint | null): HolderPlace | null =>
    found && denominator ? { rank: found.rank, amount: found.amount, denominator } : null
  const own = toPlace(listed.find(({ lens }) => lens === 'raw'), snapshot.total)
  const inList = snapshot.hasOwners ? listed.find(({ lens }) => lens === headlineLens) : await loadHolder(database, { snapshotId: snapshot.snapshotId, lens: headlineLens, account })
  const counted = toPlace(inList, snapshot.counted)
  const handsOn = toHandsOn(protocol, account, token)
  const sides = parts.length > 0 ? await loadShownSides(database, { token: token.token, outlook: protocol }, token.block) : noSides
  const paths = parts.length > 0
    ? parts.map(({ route: { steps, merged }, amount }) => ({
        ...token, amount, merged, total: snapshot.total, steps: steps.map(({ contract, source }) => ({ contract, source, name: toContractName(protocol, contract), ...toStepSide(sides, contract) })),
      }))
    // Who owns nothing through a contract has all in the own wallet.
    : own && !handsOn ? [{ ...token, amount: own.amount, merged: false, total: snapshot.total, steps: [] }] : []
  return { holding: { ...token, own, counted, elsewhere: counted ? null : toElsewhere(protocol, account, handsOn) }, paths }
}

const toHandsOn = ({ wrappers }: TrackedProtocol, account: Address, { token }: AccountToken): boolean =>
  wrappers.some(({ address, assets }) => address === account && assets.includes(token.address))

function toElsewhere(protocol: TrackedProtocol, account: Address, handsOn: boolean): CountedElsewhere | null {
  if (handsOn) return { kind: 'handedOn' }
  const role = protocol.labels.find(({ address }) => address === account)?.role ?? null
  if (role !== null && toLens(headlineLens).excludedRoles.includes(role)) return { kind: 'leftOut', role }
  const representative = toRepresentatives(protocol).get(account)
  return representative !== undefined && representative !== account ? { kind: 'countedWith', account: representative } : null
}
