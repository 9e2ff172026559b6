import { expect, it } from 'vitest'
import { toChecksumAddress } from '@/lib/chain/checksum'
import type { Address } from '../../domain/address'
import type { ContractOwnership } from '../../domain/contractOwnership'
import type { Label } from '../../domain/label'
import { toLens } from '../../ownership/lenses'
import { lookThrough } from '../../ownership/lookThrough'
import { toAddWaysOf } from './holderWays'

const toAccount = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const [token, vault, a, b, treasury] = [9, 8, 1, 2, 3].map(toAccount) as [Address, Address, Address, Address, Address]
const label = (address: Address, role: Label['role'], name: string): Label => ({ address, kind: 'unknown', role, name, source: 'made up', asOf: '2026-01-01', entity: 'One owner' })
const outlook = { labels: [label(a, null, 'A'), label(b, null, 'B'), label(treasury, 'treasury', 'Its treasury')], wrappers: [] }

// The vault holds 14: 7 for a, 3 for b, 4 for the treasury; a has 5 itself.
const ownership: ContractOwnership = {
  contract: vault, asset: token, source: 'made up', shares: null, unresolved: [],
  claims: [{ account: a, amount: 7n }, { account: b, amount: 3n }, { account: treasury, amount: 4n }],
}
const lookedThrough = lookThrough([{ account: vault, amount: 14n }, { account: a, amount: 5n }], [ownership], token)
const row = (account: Address, amount: bigint) => ({ rank: 1, address: toChecksumAddress(account), amount, label: null })
const tell = async (lens: Parameters<typeof toLens>[0], account: Address, amount: bigint) =>
  (await toAddWaysOf(outlook, toLens(lens), lookedThrough)([row(account, amount)]))[0]?.ways?.map(({ contracts, amount: part }) => [contracts.map(({ address }) => address), part])

it('says what came through which contract, and what lies in the own wallet', async () => {
  expect(await tell('raw-owners', a, 12n)).toEqual([[[toChecksumAddress(vault)], 7n], [[], 5n]])
  expect(await tell('raw-owners', b, 3n)).toEqual([[[toChecksumAddress(vault)], 3n]])
})

it('adds up the ways of one owner’s addresses, without those that the lens leaves out', async () => {
  // All three are one owner's: 7 + 3 + 4 through the vault, 5 in the wallet; in circulation without the treasury's 4.
  expect(await tell('raw-owners-entities', a, 19n)).toEqual([[[toChecksumAddress(vault)], 14n], [[], 5n]])
  expect(await tell('circulating-owners-entities', a, 15n)).toEqual([[[toChecksumAddress(vault)], 10n], [[], 5n]])
})

it('says nothing of ways where the lens does not look through', async () => {
  expect(await tell('raw', a, 5n)).toBeUndefined()
})
