import { expect, test } from 'vitest'
import { protocols } from '../registry'

const markets = protocols.flatMap(({ slug, token, wrappers, labels }) => wrappers.filter(({ source }) => source === 'comet').map((wrapper) => ({ slug, token, wrapper, labels })))

test('markets of Compound v3 are named where they hold the token as collateral, and labelled as lending markets', () => {
  expect(markets.map(({ slug, wrapper }) => `${slug}: ${wrapper.name}`).sort()).toEqual([
    'compound: Compound III: USDC market', 'compound: Compound III: USDT market', 'sky: Compound III: USDS market', 'uniswap: Compound III: USDC market', 'uniswap: Compound III: USDT market',
  ])
  for (const { token, wrapper, labels } of markets) {
    // Nobody lends these tokens there: the market is not asked for anything.
    expect([wrapper.assets, wrapper.contracts]).toEqual([[token.address], {}])
    expect(labels.find(({ address }) => address === wrapper.address)).toMatchObject({ role: 'lendingMarket', name: wrapper.name })
  }
})
