import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadArtifact, toArtifact, type Artifact } from '@/lib/demo/artifact'
import { findPackageFile } from '@/lib/demo/packageFile'
import { ann, bob, carl, deployer, startSourceChain, sumOf, toWrapper, type SourceChain } from '@/tests/sourceChain'
import { liquidityGauge } from './liquidityGauge'

let world: SourceChain
beforeAll(async () => void (world = await startSourceChain()))
afterAll(() => world?.stop())

function loadCurve(name: string): Artifact {
  const file = `external/abi/curve/${name}.json`
  return toArtifact(name, JSON.parse(readFileSync(findPackageFile('@setprotocol/set-protocol-v2', file)!, 'utf8')), file)
}

it('hands staked LP tokens to whose stake they are in, whoever paid', async () => {
  const { chain, other: lpToken } = world
  const curve = chain.deploy(deployer, loadCurve('CRVToken'), ['Curve DAO Token', 'CRV', 18])
  const escrow = chain.deploy(deployer, loadArtifact('voteEscrow'), [curve.address, 'Vote-escrowed CRV', 'veCRV', '1.0.0'])
  await chain.mine(chain.timestamp + 12)
  const controller = chain.deploy(deployer, loadCurve('GaugeController'), [curve.address, escrow.address])
  await chain.mine(chain.timestamp + 12)
  const minter = chain.deploy(deployer, loadCurve('Minter'), [curve.address, controller.address])
  await chain.mine(chain.timestamp + 12)
  const gauge = chain.deploy(deployer, loadCurve('LiquidityGauge'), [lpToken.address, minter.address])
  for (const person of [ann, bob, carl]) chain.send(person, lpToken, 'approve', [gauge.address, 10_000n])
  await chain.mine(chain.timestamp + 12)
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
