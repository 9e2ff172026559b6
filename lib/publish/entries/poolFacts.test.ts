import { expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { toProvider } from '@/tests/publishedMarkets'
import type { Loaded } from '../view'
import { poolFacts } from './poolFacts'

const [pool, vault, whale] = ['a', '1', '2'].map((digit) => `0x${digit.repeat(40)}` as Address) as [Address, Address, Address]
const token = { address: pool, symbol: 'MADE', decimals: 18 }
const one = 1n << 128n
const nothing = [0n, 0n] as const
const state = { block: 1, price: one, amounts: nothing, liquidity: 1n, volume: nothing, fees: nothing, protocolFees: nothing, unownedFees: nothing, justInTimeFees: nothing }
const provider = (account: Address, amount: bigint) => ({ ...toProvider(0, account), principal: [0n, amount] as const })
const loaded = {
  protocol: { slug: 'made-up', labels: [] },
  displayAddress: (address: string) => address,
  market: {
    facts: { source: 'uniswapV2Pair', chainId: 7, address: pool, name: 'Pool', firstBlock: 1, contracts: {}, tokens: [token, token], feePpm: 3000, quote: 1 },
    reading: {
      block: { number: 1, hash: '0x', timestamp: 0 }, markDay: '1970-01-01', state, gaps: [], concentration: { providers: 2, inRangeProviders: 2, byValue: {}, byInRange: {} },
      marks: { quote: { values: [one, one], path: [] }, ether: null, dollar: null }, contractProviders: { asked: 2, contracts: [{ account: vault, name: 'contract' }] },
    },
    // 5 of 10⁹: 0.0000005 %.
    results: [provider(vault, 5n), provider(whale, 999_999_995n)], currency: 'quote', days: [], ranges: [],
  },
} as unknown as Loaded

it('a small part behind contracts is written in per cent and digits, as a file’s numbers are', () => {
  const { columns, rows } = poolFacts.view(loaded, 'en')!.data
  const place = columns.findIndex(({ name }) => name === 'not_looked_through_share_pct')
  expect(rows.map((row) => row[place]).filter((value) => value !== null)).toEqual(['0.0000005'])
})
