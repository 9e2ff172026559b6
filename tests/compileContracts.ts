import { readFileSync } from 'node:fs'
import path from 'node:path'
import { toArtifact, type Artifact } from '@/lib/demo/artifact'
import { compileSolidity } from '@/lib/demo/contracts/compile'

/**
 * Compiles one of the tests' own contracts.
 *
 * @param file path of a Solidity file
 * @returns its contracts by name
 */
export function compileContracts(file: string): Map<string, Artifact> {
  const name = path.basename(file)
  return new Map(Object.entries(compileSolidity(name, readFileSync(file, 'utf8'))).map(([contract, artifact]) => [contract, toArtifact(contract, artifact, name)]))
}
