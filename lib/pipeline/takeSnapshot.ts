import type { Database } from '@/db/database'
import { loadOutlookAt } from '@/db/labelSets'
import { loadLedger } from '@/db/ledger'
import { saveSnapshot } from '@/db/snapshots'
import { toDay } from '../chain/dayEnds'
import type { ChainReader } from '../chain/reader'
import type { Claim, Distribution } from '../domain/distribution'
import { largestFirst } from '../domain/order'
import type { Gap, Snapshot } from '../domain/snapshot'
import { headlineLens, toLens } from '../ownership/lenses'
import { readReserves } from '../sources/readReserves'
import { auditSnapshot, isOwnIssue } from './auditSnapshot'
import type { ProtocolLedger } from './ledger'
import { askOtherSide } from './ownership/askOtherSide'
import { keepOtherSides } from './ownership/keepOtherSides'
import { toLookedAt } from './ownership/loadSight'
import { openOwnerships } from './ownership/openOwnerships'
import { readAnswers } from './ownership/readAnswers'
import { toSavedLookThrough } from './ownership/toSavedLookThrough'
import { toMeasurements, toViews } from './toMeasurements'

/** So many accounts below zero are named one by one; how many there are in all is said either way. */
const namedNegatives = 20

/**
 * Takes the snapshot of one token at the block that its ledger reaches: supply, audit, gaps, metrics under every lens, holders,
 * and for a pool its reserves. Every read names this one block. Taken again at the same block it replaces the earlier one, and keeps its
 * labels: what was published at a block stays so, others count from the next block on.
 *
 * @returns the snapshot, or null where the token has no ledger yet
 */
export async function takeSnapshot(options: {
  ledger: ProtocolLedger
  reader: ChainReader
  database: Database
}): Promise<Snapshot | null> {
  const { reader, database } = options
  const { token, tokenId } = options.ledger
  const kept = await loadLedger(database, tokenId)
  if (!kept) return null
  const { block } = kept
  const before = await loadOutlookAt(database, tokenId, block.number)
  const outlook = before ?? options.ledger.outlook
  const ledger = { ...options.ledger, outlook }
  const claims = kept.balances
    .map(({ account, balance }): Claim => ({ account, amount: balance }))
    .sort(largestFirst)
  const { audit, gaps } = await auditSnapshot(reader, token.address, block.number, claims)
  const pool = ledger.purpose === 'pool' ? await readReserves(reader, token.address, block.number) : { reserves: null, gaps: [] }
  const positive = claims.filter(({ amount }) => amount > 0n)
  await keepOtherSides(database, ledger, block)
  const opened = await openOwnerships(database, ledger, block.number)
  await readAnswers({ opened, reader, database, blockNumber: block.number })
  const { sight, lookedThrough, gaps: behindGaps } = toLookedAt(ledger, positive, await opened.at(block.number))
  // Where it was taken before somebody may have looked through to it already.
  if (!before && ledger.purpose === 'token') await askOtherSide({ token, owners: sight.owned?.claims ?? [], reader, database, blockNumber: block.number })
  const see = toViews(sight)
  const snapshot: Snapshot = {
    origin: 'chain',
    day: toDay(block.timestamp),
    block,
    supply: audit.supply,
    population: 'complete',
    gaps: [...gaps, ...pool.gaps, ...toNegativeGaps(claims.filter((claim) => !isOwnIssue(claim, token.address))), ...behindGaps],
    audit,
    measurements: toMeasurements(sight, { curve: true, see }),
    file: null,
  }
  const isPlain = sight.owned?.claims === positive && sight.representatives.size === 0
  await saveSnapshot(database, tokenId, snapshot, {
    holders: toRanked(see(toLens('raw')).distribution),
    ...(isPlain ? {} : { owners: toRanked(see(toLens(headlineLens)).distribution) }),
    ...(lookedThrough ? { lookThrough: toSavedLookThrough(lookedThrough) } : {}),
    reserves: pool.reserves,
    outlook,
  })
  return snapshot
}

const toRanked = ({ accounts, amounts }: Distribution): Claim[] => accounts.map((account, index) => ({ account, amount: amounts[index]! }))

/** A balance below zero means that the token moves in ways its logs do not tell: the account is left out, and said so. */
function toNegativeGaps(claims: readonly Claim[]): Gap[] {
  const negative = claims.filter(({ amount }) => amount < 0n)
  const named = negative.slice(-namedNegatives).map(({ account, amount }) => ({
    subject: `balance of ${account}`,
    reason: `the Transfer logs alone leave it at ${amount}: the token also moves without logs`,
  }))
  const left = negative.length - named.length
  return left > 0 ? [...named, { subject: `balances of ${left} more accounts`, reason: 'below zero by the Transfer logs alone' }] : named
}
