import { expect, it } from 'vitest'
import type { ShownSide } from '@/lib/domain/otherSide'
import { otherSideNote, sideText } from './otherSideNote'
import { wayText } from './waysText'

const token = { symbol: 'LPT', decimals: 2 }
// 1,735,689,600 is midnight on New Year's Day 2025.
const side: ShownSide = { chainId: 42161, block: { number: 300_000_000, hash: '0x1', timestamp: 1_735_689_600 }, supply: 1_000n }

it('says which block of which chain it is', () => {
  expect(sideText(side, 'en')).toBe('chain 42161, block 300,000,000')
  expect(wayText({ contracts: [{ name: 'L1 escrow', side: { chainId: 42161, block: 300_000_000 } }, { name: 'Vault' }], merged: false }, 'de')).toBe('L1 escrow (Chain 42161, Block 300.000.000), in Vault')
})

it('says whether owners have as much as there, or a part', () => {
  expect(otherSideNote('L1 escrow', side, 1_000n, token, 'en')).toMatch(/^L1 escrow: its owners are those on chain 42161, block 300,000,000 \(.*2025.*\)\. 10 LPT exist there, and 10 LPT lie here: each owner has as much as there\.$/)
  expect(otherSideNote('L1 escrow', side, 999n, token, 'de')).toMatch(/ Dort gibt es 10 LPT, hier liegen 9,99 LPT: Was hier liegt, verteilt sich anteilig\.$/)
  expect(otherSideNote('L1 escrow', { ...side, supply: null }, 999n, token, 'de')).toMatch(/ Wie viele es dort gibt, ließ sich nicht lesen\.$/)
})
