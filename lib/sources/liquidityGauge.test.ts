import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCurveGauge } from '@/tests/curveGauge'
import { ann, bob, carl, startSourceChain, sumOf, toWrapper, type SourceChain } from '@/tests/sourceChain'
import { liquidityGauge } from './liquidityGauge'

let world: SourceChain
beforeAll(async () => void (world = await startSourceChain()))
afterAll(() => world?.stop())

it('hands staked LP tokens to whose stake they are in, whoever paid', async () => {
  const { chain, other: lpToken } = world
  const { gauge } = await openCurveGauge(world)
  chain.send(ann, gauge, 'deposit', [4_000n])
  chain.send(bob, gauge, 'deposit', [900n])
  chain.send(ann, gauge, 'set_approve_deposit', [carl, true])
  await chain.mine(chain.timestamp + 12)
  chain.send(carl, gauge, 'deposit', [100n, ann])
  chain.send(bob, gauge, 'withdraw', [300n])
  chain.send(carl, lpToken, 'transfer', [gauge.address, 7n])
  await chain.mine(chain.timestamp + 12)
  // ann 4,000 + carl's 100 for her; bob 900 − 300; 7 lie there without a stake: 4,707 in all.
  const [staked, ...further] = await world.readOwnerships(liquidityGauge, toWrapper('liquidityGauge', { address: gauge.address, assets: [lpToken.address] }))
  expect(further).toEqual([])
  expect(staked).toEqual({
    contract: gauge.address,
    asset: lpToken.address,
    source: 'liquidityGauge',
    shares: gauge.address,
    claims: [
      { account: ann, amount: 4_100n },
      { account: bob, amount: 600n },
    ],
    unresolved: [{ reason: 'surplus', amount: 7n }],
  })
  expect(sumOf(staked!)).toBe(await world.readBalance(lpToken, gauge.address))
})
