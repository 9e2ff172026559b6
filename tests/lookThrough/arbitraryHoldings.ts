import fc from 'fast-check'
import type { Address } from '@/lib/domain/address'
import type { ContractOwnership, UnresolvedReason } from '@/lib/domain/contractOwnership'
import type { Claim } from '@/lib/domain/distribution'

const toAddress = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address

export const arbitraryAccounts: readonly Address[] = Array.from({ length: 10 }, (_, index) => toAddress(index))
const contracts = 6
const assets = [0xa0, 0xa1, 0xa2].map(toAddress)
export const token = assets[0]!

/** Few accounts and assets, so that circles of every kind come about, closed ones too. Downwards: contracts hold only for accounts after them. */
export function arbitraryHoldings(kind: 'any' | 'downwards'): fc.Arbitrary<{ claims: Claim[]; ownerships: ContractOwnership[] }> {
  const amount = fc.oneof(fc.bigInt(0n, 5n), fc.bigInt(0n, 10n ** 27n))
  const toClaim = (from: number) => fc.record({ account: fc.integer({ min: from, max: arbitraryAccounts.length - 1 }).map(toAddress), amount })
  const reason = fc.constantFrom<UnresolvedReason>('locked', 'surplus', 'unvested')
  const ownership = fc.integer({ min: 0, max: contracts - 1 }).chain((contract) =>
    fc.record({
      contract: fc.constant(toAddress(contract)),
      asset: fc.constantFrom(...assets),
      source: fc.constant('test'),
      shares: fc.constantFrom(...assets, null),
      claims: fc.array(toClaim(kind === 'any' ? 0 : contract + 1), { maxLength: 5 }),
      unresolved: fc.array(fc.record({ reason, amount }), { maxLength: 1 }),
    }),
  )
  return fc.record({
    claims: fc.array(toClaim(0), { maxLength: 8 }),
    ownerships: fc.uniqueArray(ownership, { maxLength: 14, selector: ({ contract, asset }) => contract + asset }),
  })
}
