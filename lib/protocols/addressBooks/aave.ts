import type { AccountRole } from '@/lib/domain/label'
import { isRecord, toAddress, toOneEach, toRole, toWords, type AddressBook, type BookEntry } from './addressBook'

/** By the names of the book: what holds for others or for the DAO. A debt token holds nothing. */
const roles: readonly (readonly [RegExp, AccountRole])[] = [
  [/^(STATIC_A_TOKEN|STATA_TOKEN)$/, 'vault'],
  [/^(A_TOKEN|POOL)$/, 'lendingMarket'],
  [/^(COLLECTOR|ECOSYSTEM_RESERVE)$/, 'treasury'],
  [/^EXECUTOR_LVL_\d$/, 'timelock'],
  [/_VESTING$/, 'vesting'],
  [/MERKLE_DISTRIBUTOR$/, 'distributor'],
  [/^STK_(?!.*(ORACLE|MIGRATOR))/, 'staking'],
  [/_BRIDGE$/, 'bridge'],
]

/** The tokens that are lent are others' contracts, and oracles hold nothing. */
const leftOut = /^(UNDERLYING|ORACLE|.*_ORACLE|.*_AGGREGATOR|INTEREST_RATE_STRATEGY)$/

/** Aave's own book: one module a market and chain, with its assets inside. */
export const aaveAddressBook: AddressBook = {
  package: '@aave-dao/aave-address-book',
  file: 'dist/AaveAddressBook.mjs',
  toEntries: (content, chainId) => {
    if (!isRecord(content)) return []
    const markets = Object.entries(content).flatMap(([market, module]) => (isRecord(module) && module['CHAIN_ID'] === chainId && !market.startsWith('Chainlink') ? [[market, module] as const] : []))
    return toOneEach(markets.flatMap(([market, module]) => [...toNamed(toWords(market), module), ...toAssets(toWords(market), module['ASSETS'])]))
  },
}

const toAssets = (market: string, assets: unknown): BookEntry[] =>
  isRecord(assets) ? Object.entries(assets).flatMap(([symbol, asset]) => (isRecord(asset) ? toNamed(`${market} ${symbol}`, asset) : [])) : []

function toNamed(prefix: string, named: Record<string, unknown>): BookEntry[] {
  return Object.entries(named).flatMap(([key, value]) => {
    const address = toAddress(value)
    if (address === null || leftOut.test(key)) return []
    return [{ address, kind: /_SAFE$/.test(key) ? 'multisig' : 'contract', role: toRole(key, roles), name: `${prefix}: ${toWords(key)}` }]
  })
}
