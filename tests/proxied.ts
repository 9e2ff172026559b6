import { readFileSync } from 'node:fs'
import { encodeFunctionData } from 'viem'
import { toArtifact, type Artifact } from '@/lib/demo/artifact'
import { findPackageFile } from '@/lib/demo/packageFile'
import type { Contract, StoryChain } from '@/lib/demo/storyChain'
import type { Address } from '@/lib/domain/address'

/** An artifact of a package that the demo chain does not need. */
export const loadFrom = (packageName: string, file: string): Artifact =>
  toArtifact(file, JSON.parse(readFileSync(findPackageFile(packageName, file)!, 'utf8')), `${packageName}/${file}`)

/** Deploys a contract behind OpenZeppelin's ERC1967Proxy, set up by one call: how upgradeable ones want to be used. */
export function deployProxied(chain: StoryChain, from: Address, artifact: Artifact, functionName: string, args: readonly unknown[]): Contract {
  const logic = chain.deploy(from, artifact)
  const data = encodeFunctionData({ abi: artifact.abi, functionName, args })
  const proxy = chain.deploy(from, loadFrom('@openzeppelin/contracts', 'build/contracts/ERC1967Proxy.json'), [logic.address, data])
  return { ...proxy, abi: artifact.abi }
}
