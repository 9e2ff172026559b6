import { readFileSync } from 'node:fs'
import type { Abi } from 'viem'
import { toArtifact, type Artifact } from '@/lib/demo/artifact'
import { linkLibraries, type LinkReferences } from '@/lib/demo/linkLibraries'
import { findPackageFile } from '@/lib/demo/packageFile'
import type { Address } from '@/lib/domain/address'

interface Compiled {
  abi: Abi
  bytecode: string
  linkReferences: LinkReferences
}

export const isInstalled = (packageName: string) => findPackageFile(packageName, 'package.json') !== null

/**
 * A Hardhat artifact of a package, its open links closed with the libraries that are already deployed.
 *
 * @param path below artifacts/contracts, without .sol: 'protocol/pool/Pool'; with the contract behind a colon where the file is named otherwise
 */
export function loadLinked(packageName: string, path: string, libraries: Record<string, Address> = {}): Artifact {
  const [place, name = place!.split('/').at(-1)!] = path.split(':')
  const file = findPackageFile(packageName, `artifacts/contracts/${place}.sol/${name}.json`)
  const compiled = JSON.parse(readFileSync(file!, 'utf8')) as Compiled
  const bytecode = linkLibraries(compiled.bytecode, compiled.linkReferences, libraries)
  return toArtifact(name, { abi: compiled.abi, bytecode }, `${packageName}/${path}`)
}
