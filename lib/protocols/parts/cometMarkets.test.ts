import { expect, test } from 'vitest'
import { toLentToken } from '@/lib/sources/cometBooks'
import { toProgramPlaces } from '@/lib/sources/rewards/registry'
import { protocols } from '../registry'

const markets = protocols.flatMap(({ slug, token, wrappers, labels }) => wrappers.filter(({ source }) => source === 'comet').map((wrapper) => ({ slug, token, wrapper, labels })))

test('markets of Compound v3 are named where they hold the token as collateral, and labelled as lending markets', () => {
  expect(markets.map(({ slug, wrapper }) => `${slug}: ${wrapper.name}`).sort()).toEqual([
    'compound: Compound III: USDC market', 'compound: Compound III: USDT market', 'sky: Compound III: USDS market', 'uniswap: Compound III: USDC market', 'uniswap: Compound III: USDT market',
  ])
  for (const { token, wrapper, labels } of markets) {
    // Nobody lends these tokens there: the market is not asked for anything.
    expect([wrapper.assets, toLentToken(wrapper)]).toEqual([[token.address], null])
    expect(labels.find(({ address }) => address === wrapper.address)).toMatchObject({ role: 'lendingMarket', name: wrapper.name })
  }
})

test('markets of Compound pay COMP to both sides, those that other protocols name pay nothing of theirs', () => {
  const programs = markets.flatMap(({ slug, token, wrapper }) => toProgramPlaces(wrapper).map(({ source, program }) => [slug, source.id, program.rewardToken === token.address]))
  expect(programs).toEqual(['USDC', 'USDT'].flatMap(() => [['compound', 'cometLent', true], ['compound', 'cometBorrowed', true]]))
})
