import { parseAbi } from 'viem'
import { z } from 'zod'
import { addressSchema, type Address } from '../domain/address'
import type { ContractOwnership } from '../domain/contractOwnership'
import { amountSchema, readAll } from './answers'
import { foldComet, toCometTopics, toLentToken } from './cometBooks'
import type { Source, SourceInput } from './source'
import { toOwnership } from './toOwnership'

const id = 'comet'

const abi = parseAbi([
  'struct TotalsBasic { uint64 baseSupplyIndex; uint64 baseBorrowIndex; uint64 trackingSupplyIndex; uint64 trackingBorrowIndex; uint104 totalSupplyBase; uint104 totalBorrowBase; uint40 lastAccrualTime; uint8 pauseFlags; }',
  'function totalsBasic() view returns (TotalsBasic)',
  'function totalSupply() view returns (uint256)',
  'function getReserves() view returns (int256)',
  'function userBasic(address) view returns (int104 principal, uint64 baseTrackingIndex, uint64 baseTrackingAccrued, uint16 assetsIn, uint8 reserved)',
])

const answersSchema = z.object({
  /** What everybody has lent, in units whose worth grows with interest; only those above zero */
  principals: z.record(addressSchema, amountSchema),
  /** The market's own sum of them */
  totalPrincipal: amountSchema,
  /** What that sum is worth, in the token */
  totalSupply: amountSchema,
  /** What belongs to the protocol, in the token; 0 where bad debt used it up */
  reserves: amountSchema,
})
const saidSchema = z.tuple([z.object({ totalSupplyBase: z.bigint() }), z.bigint(), z.bigint()]).rest(z.tuple([z.bigint()]).rest(z.unknown()))

const atLeastZero = (amount: bigint) => (amount > 0n ? amount : 0n)

/**
 * A market of Compound v3 (Comet). It lends one token, its base, and holds others as collateral for that. `assets` of the wrapper names those that are
 * told; where the base is among them, `contracts.baseToken` says which it is.
 *
 * Collateral is never lent: it belongs to the account that supplied it, to the smallest unit as logs tell it. What lies there beyond that is the
 * protocol's (`reserves`): collateral that it absorbed and has not sold yet.
 *
 * Of the base the market holds what nobody borrowed. That is handed on to those who lent it, in proportion to their principals, and to the protocol's
 * reserves; what was borrowed lies with the borrowers and is counted there. Interest accrues by the second and no log says the index, so principals
 * cannot be had from logs: everybody whom the logs name as a lender is asked for at the block (`userBasic`). What the market itself has lent to
 * itself, and units that its own rounding took from nobody's principal, are in the reserves. Where the market could not be asked, lenders stand to each
 * other as what they put in less what they took out, without interest.
 *
 * https://github.com/compound-finance/comet/blob/17a6e7ac032d9adac209c20b4a9ff9051a599bb4/contracts/Comet.sol
 */
export const comet: Source = {
  id,
  name: { en: 'Compound v3 market', de: 'Markt von Compound v3' },
  description: {
    en: 'Collateral belongs to the accounts that supplied it. Of the token that the market lends, what nobody has borrowed is handed on to those who lent it. Absorbed collateral and reserves are the protocol’s and stay unresolved.',
    de: 'Sicherheiten gehören den Konten, die sie hinterlegt haben. Vom Token, den der Markt verleiht, geht das nicht Ausgeliehene an alle, die ihn verliehen haben. Übernommene Sicherheiten und Reserven gehören dem Protokoll und bleiben ungeklärt.',
  },
  role: 'lendingMarket',
  ledgers: () => [],
  logs: (wrapper) => [{ address: wrapper.address, topics: toCometTopics(wrapper) }],

  async read({ wrapper, logs }, reader, blockNumber) {
    if (!toLentToken(wrapper)) return { answers: null, gaps: [] }
    const lenders = [...foldComet({ wrapper, logs }).lent.keys()].sort()
    const call = (functionName: string, ...args: Address[]) => ({ address: wrapper.address, abi, functionName, args })
    const calls = [call('totalsBasic'), call('totalSupply'), call('getReserves'), ...lenders.map((lender) => call('userBasic', lender))]
    const read = await readAll(reader, calls, blockNumber, `who lent to ${wrapper.address}`)
    if ('gap' in read) return { answers: null, gaps: [read.gap] }
    const [{ totalSupplyBase }, totalSupply, reserves, ...users] = saidSchema.parse(read.values)
    const principals = Object.fromEntries(lenders.flatMap((lender, place) => (users[place]![0] > 0n ? [[lender, String(users[place]![0])]] : [])))
    return { answers: { principals, totalPrincipal: String(totalSupplyBase), totalSupply: String(totalSupply), reserves: String(atLeastZero(reserves)) }, gaps: [] }
  },

  toOwnerships: (input) => {
    const lent = toLentToken(input.wrapper)
    return input.wrapper.assets.flatMap((asset) => (asset === lent ? toLentOwnership(input, asset) : toCollateralOwnership(input, asset)))
  },
}

/** Everybody's but the market's own: what it has in itself is the protocol's. */
const toOthersClaims = (balances: Iterable<readonly [Address, bigint]>, market: Address) =>
  [...balances].flatMap(([account, amount]) => (amount > 0n && account !== market ? [{ account, amount }] : []))

function toCollateralOwnership(input: SourceInput, asset: Address): ContractOwnership[] {
  const claims = toOthersClaims(foldComet(input).collateral.get(asset) ?? [], input.wrapper.address)
  return toOwnership(input, { source: id, asset, shares: null, claims, rest: 'reserves' })
}

function toLentOwnership(input: SourceInput, asset: Address): ContractOwnership[] {
  const { address } = input.wrapper
  const ownership = { contract: address, asset, source: id, shares: address }
  const said = answersSchema.nullable().parse(input.answers)
  if (!said) {
    const claims = toOthersClaims(foldComet(input).lent, address)
    return claims.length > 0 ? [{ ...ownership, claims, unresolved: [] }] : toOwnership(input, { ...ownership, claims, rest: 'reserves' })
  }
  // All in one unit: a lender's part is principal × worth of all, the whole is principal of all × (worth of all + reserves).
  const claims = toOthersClaims(Object.entries(said.principals) as [Address, bigint][], address).map(({ account, amount }) => ({ account, amount: amount * said.totalSupply }))
  const whole = (said.totalPrincipal || 1n) * (said.totalSupply + said.reserves)
  const reserves = claims.reduce((left, { amount }) => left - amount, whole)
  const unresolved = reserves > 0n ? [{ reason: 'reserves' as const, amount: reserves }] : []
  return claims.length + unresolved.length === 0 ? [] : [{ ...ownership, claims, unresolved }]
}
