import { parseAbi } from 'viem'
import { z } from 'zod'
import type { CallResult } from '../chain/reader'
import { addressSchema, type Address } from '../domain/address'
import type { Gap } from '../domain/snapshot'
import { foldScaledBalances, scaledTopics } from './scaledBalances'
import type { Source } from './source'

const tokenAbi = parseAbi(['function scaledBalanceOf(address) view returns (uint256)'])
/** How an Aave v3 pool tells of a reserve. Versions from 3.1 on answer in the same form. */
export const reserveDataAbi = parseAbi([
  'struct ReserveData { uint256 configuration; uint128 liquidityIndex; uint128 currentLiquidityRate; uint128 variableBorrowIndex; uint128 currentVariableBorrowRate; uint128 currentStableBorrowRate; uint40 lastUpdateTimestamp; uint16 id; address aTokenAddress; address stableDebtTokenAddress; address variableDebtTokenAddress; address interestRateStrategyAddress; uint128 accruedToTreasury; uint128 unbacked; uint128 isolationModeTotalDebt; }',
  'function getReserveData(address) view returns (ReserveData)',
])

const answersSchema = z.object({
  /** Only of those of whom the logs say something else: they are kept with every snapshot */
  scaledBalances: z.record(addressSchema, z.string().transform(BigInt)),
  accruedToTreasury: z.string().transform(BigInt).nullable(),
})

/**
 * Aave's aToken, of v3 and of v2: the receipt of those who lend a token to the pool. What the aToken contract still holds of it is handed on to them in
 * proportion to their scaled balances; what was lent out lies with the borrowers and is counted there.
 *
 * Every account that the aToken's logs ever named is asked for at the block (`scaledBalanceOf`), because Aave changed how it rounds in v3.5 and
 * a contract behind a proxy may have done both. Accounts that could not be asked, and blocks whose state is no longer there, are told by the
 * logs alone (`foldScaledBalances`): exact for v2 and up to v3.4, off by single units after it.
 *
 * `contracts.pool`, where the wrapper of a v3 aToken names it, is asked for the interest that the treasury has earned and not yet minted for itself: that
 * belongs to the protocol (`protocolFees`). Without it the others share that part. In v2 the treasury is paid at once.
 */
export const aaveToken: Source = {
  id: 'aaveToken',
  name: { en: 'Aave aToken', de: 'aToken von Aave' },
  description: {
    en: 'Hands the tokens that are still in the lending pool on to those who lent them. What was borrowed is counted with the borrowers; interest that the treasury has not drawn yet stays unresolved.',
    de: 'Reicht die Token, die noch im Kreditpool liegen, an alle weiter, die sie verliehen haben. Geliehenes zählt bei denen, die es sich geliehen haben; Zinsen, die die Treasury noch nicht abgerufen hat, bleiben offen.',
  },
  role: 'lendingMarket',
  ledgers: () => [],
  logs: ({ address }) => [{ address, topics: Object.values(scaledTopics) }],

  async read({ wrapper, logs }, reader, blockNumber) {
    const folded = foldScaledBalances(logs)
    const accounts = [...folded.keys()].sort()
    const calls = accounts.map((account) => ({ address: wrapper.address, abi: tokenAbi, functionName: 'scaledBalanceOf', args: [account] }))
    const { pool } = wrapper.contracts
    const asked = pool ? [{ address: pool, abi: reserveDataAbi, functionName: 'getReserveData', args: [wrapper.assets[0]!] }] : []
    const results = await reader.readContracts([...calls, ...asked], blockNumber)
    const gaps: Gap[] = []
    const toText = (result: CallResult | undefined, subject: string, toAmount: (value: unknown) => bigint) => {
      if (result?.status === 'ok') return String(toAmount(result.value))
      gaps.push({ subject, reason: result?.reason ?? 'no answer' })
      return null
    }
    const scaledBalances: Record<Address, string> = {}
    for (const [place, account] of accounts.entries()) {
      const text = toText(results[place], `scaledBalanceOf ${account} of ${wrapper.address}`, (value) => value as bigint)
      if (text !== null && BigInt(text) !== folded.get(account)) scaledBalances[account] = text
    }
    const accruedToTreasury = pool
      ? toText(results[accounts.length], `getReserveData of ${pool}`, (value) => (value as { accruedToTreasury: bigint }).accruedToTreasury)
      : null
    return { answers: { scaledBalances, accruedToTreasury }, gaps }
  },

  toOwnerships({ wrapper, logs, answers }) {
    const { scaledBalances, accruedToTreasury } = answersSchema.nullable().parse(answers) ?? { scaledBalances: {}, accruedToTreasury: null }
    const asked = new Map(Object.entries(scaledBalances))
    const claims = [...foldScaledBalances(logs)]
      .map(([account, folded]) => ({ account, amount: asked.get(account) ?? folded }))
      .filter(({ amount }) => amount > 0n)
    const unresolved = accruedToTreasury ? [{ reason: 'protocolFees' as const, amount: accruedToTreasury }] : []
    return [{ contract: wrapper.address, asset: wrapper.assets[0]!, source: 'aaveToken', shares: wrapper.address, claims, unresolved }]
  },
}
