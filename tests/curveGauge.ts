import { readFileSync } from 'node:fs'
import { loadArtifact, toArtifact, type Artifact } from '@/lib/demo/artifact'
import { findPackageFile } from '@/lib/demo/packageFile'
import { ann, bob, carl, deployer, type SourceChain } from './sourceChain'

/** One of Curve's contracts as it was published. */
function loadCurve(name: string): Artifact {
  const file = `external/abi/curve/${name}.json`
  return toArtifact(name, JSON.parse(readFileSync(findPackageFile('@setprotocol/set-protocol-v2', file)!, 'utf8')), file)
}

/** Curve's gauge over the chain's other token, with all that it asks: its own CRV, their escrow, controller and Minter. Everybody lets it take LP tokens. */
export async function openCurveGauge({ chain, other: lpToken }: SourceChain) {
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
  return { curve, controller, minter, gauge }
}
