import type { AccountRole } from '@/lib/domain/label'
import { isRecord, toAddress, toOneEach, toRole, toWords, type AddressBook } from './addressBook'

const roles: readonly (readonly [RegExp, AccountRole])[] = [
  [/^TIMELOCK/, 'timelock'],
  [/^MERKLE_DISTRIBUTOR/, 'distributor'],
  [/STAKER/, 'staking'],
]

/** Uniswap's SDK: lists by chain, as in TIMELOCK_ADDRESSES = { 1: '0x…' }. Its list of token contracts is not one of accounts. */
export const uniswapSdk: AddressBook = {
  package: '@uniswap/sdk-core',
  file: 'dist/cjs/src/index.js',
  toEntries: (content, chainId) => {
    if (!isRecord(content)) return []
    const lists = isRecord(content['default']) ? content['default'] : content
    return toOneEach(
      Object.entries(lists).flatMap(([list, byChain]) => {
        const [, name] = /^(\w+)_ADDRESS(?:ES)?$/.exec(list) ?? []
        const address = isRecord(byChain) ? toAddress(byChain[chainId]) : null
        return name === undefined || address === null ? [] : [{ address, kind: 'contract' as const, role: toRole(name, roles), name: `Uniswap: ${toWords(name)}` }]
      }),
    )
  },
}
