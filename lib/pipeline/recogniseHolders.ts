import type { Database } from '@/db/database'
import { addLabelStatements, loadLabelStatements } from '@/db/labels'
import { loadCursor } from '@/db/ledger'
import type { TrackedProtocol } from '@/db/protocols'
import { loadLargestBalances, loadRecognised, saveRecognised, type KeptRecognised } from '@/db/recognised'
import { toDay } from '../chain/dayEnds'
import type { ChainReader } from '../chain/reader'
import { toReason } from '../chain/reason'
import type { Address } from '../domain/address'
import type { Claim } from '../domain/distribution'
import { toChainStatement } from '../domain/labelStatement'
import type { Block } from '../domain/snapshot'
import { toLens } from '../ownership/lenses'
import { recognise } from '../sources/recognise/recognise'
import { readSafeOwners } from '../sources/safe'
import { gatherEvidence } from './gatherEvidence'

/** So many of the largest holders are asked what they are. */
const mostAsked = 300

/** Seconds after which an account is asked again: a proxy may run other code by then, and code may stand where there was none. */
const askedAgainAfter = 90 * 86_400

/** What came of asking a protocol's largest holders what they are. */
export interface Recognition {
  asked: number
  /** How many of those are contracts */
  learned: number
  /** Why nothing, or not all, could be learned; null where all answered */
  failure: string | null
  /** The largest contract that a source could look through if the protocol named it; null where there is none */
  unopened: { address: Address; name: string; amount: bigint } | null
}

/**
 * Asks the largest holders of a protocol's token what they are, and the labelled accounts of which nobody says it, at the block that its ledger
 * reaches. Whoever was asked in the last three months is not asked again. What the chain says is kept as statements of origin 'chain', which
 * stand behind all others; a snapshot that is taken again at its block keeps the labels that it had.
 *
 * What the chain tells of who belongs together is gathered on the way.
 *
 * Never throws for what the chain does not answer: then nothing is learned this time.
 *
 * @example await recogniseHolders({ protocol, reader, database }) // { asked: 12, learned: 3, failure: null, unopened: null }
 */
export async function recogniseHolders({ protocol, reader, database }: { protocol: TrackedProtocol; reader: ChainReader; database: Database }): Promise<Recognition> {
  const block = (await loadCursor(database.db, protocol.tokenId))?.block
  if (!block) return { asked: 0, learned: 0, failure: null, unopened: null }
  const largest = await loadLargestBalances(database, protocol.tokenId, mostAsked)
  const unsaid = protocol.labels.flatMap(({ address, kind }) => (kind === 'unknown' ? [address] : []))
  const wanted = [...new Set([...largest.map(({ account }) => account), ...unsaid])]
  const known = await loadRecognised(database, reader.chainId, wanted)
  const open = wanted.filter((address) => (known.get(address)?.block.timestamp ?? -Infinity) <= block.timestamp - askedAgainAfter)
  let failure: string | null = null
  try {
    const { found, reason } = await ask(reader, open, block)
    failure = reason
    await saveRecognised(database, reader.chainId, block, found)
    for (const one of found) known.set(one.address, { ...one, block, creation: known.get(one.address)?.creation ?? null })
  } catch (error) {
    failure = toReason(error)
  }
  // Another protocol may have asked; this one says it here all the same. Of an address without code there is nothing to say.
  const contracts = [...known.values()].filter(({ kind }) => kind !== 'unknown')
  const said = new Set((await loadLabelStatements(database, protocol.slug, 'chain')).map(({ address }) => address))
  const news = contracts.filter((one) => one.block.number === block.number || !said.has(one.address))
  if (news.length > 0)
    await addLabelStatements(database, { protocol: protocol.slug, origin: 'chain', file: '' }, news.map((one) => toChainStatement(withoutOwnWord(one), toDay(one.block.timestamp))))
  failure ??= await gatherEvidence({ protocol, reader, database, known, blockNumber: block.number }).catch(toReason)
  const learned = open.filter((address) => contracts.some((one) => one.address === address)).length
  return { asked: open.length, learned, failure, unopened: findUnopened(protocol, largest, known) }
}

/** Anybody can write a contract that answers as a timelock: what leaves an account out of a lens has to be said by somebody else too. */
const withoutOwnWord = (one: KeptRecognised): KeptRecognised =>
  one.evidence === 'answers' && one.role && toLens('circulating').excludedRoles.includes(one.role) ? { ...one, role: null } : one

async function ask(reader: ChainReader, addresses: readonly Address[], block: Block): Promise<{ found: Omit<KeptRecognised, 'block' | 'creation'>[]; reason: string | null }> {
  if (addresses.length === 0) return { found: [], reason: null }
  const { recognised, gaps } = await recognise(reader, addresses, block.number)
  const failed = [...gaps]
  // What could not be read to its end is asked again with the next snapshot.
  const unsure = new Set(gaps.flatMap(({ subject }) => addresses.filter((address) => subject.includes(address))))
  const found = await Promise.all(
    recognised.filter(({ address }) => !unsure.has(address)).map(async (one) => {
      if (one.kind !== 'multisig') return { ...one, safe: null }
      const { safe, gaps } = await readSafeOwners(reader, one.address, block.number)
      failed.push(...gaps)
      return { ...one, safe }
    }),
  )
  return { found, reason: failed[0] ? `${failed[0].subject}: ${failed[0].reason}` : null }
}

function findUnopened({ token, wrappers }: TrackedProtocol, largest: readonly Claim[], known: ReadonlyMap<Address, KeptRecognised>): Recognition['unopened'] {
  for (const { account, amount } of largest) {
    const one = known.get(account)
    if (!one?.family || wrappers.some(({ address }) => address === account)) continue
    if (one.assets.length === 0 || one.assets.includes(token.address)) return { address: account, name: one.name, amount }
  }
  return null
}

/**
 * What there is to say of it in a line of a log; empty where nothing is new.
 *
 * @example toRecognitionText(recognition, token) // '12 holders asked what they are, 3 are contracts'
 */
export function toRecognitionText({ asked, learned, failure, unopened }: Recognition, { decimals, symbol }: Pick<TrackedProtocol['token'], 'decimals' | 'symbol'>): string {
  return [
    ...(asked > 0 && !(failure && learned === 0) ? [`${asked} holders asked what they are, ${learned} ${learned === 1 ? 'is a contract' : 'are contracts'}`] : []),
    ...(failure ? [`not all that holders are could be learned (${failure})`] : []),
    ...(unopened ? [`the largest contract that could be looked through and is not yet: ${unopened.name} ${unopened.address} with ${(unopened.amount / 10n ** BigInt(decimals)).toLocaleString('en')} ${symbol}`] : []),
  ].join('; ')
}
