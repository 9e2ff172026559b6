import { readFileSync } from 'node:fs'
import path from 'node:path'
import { toArtifact, type Artifact } from '@/lib/demo/artifact'
import { compileSolidity } from '@/lib/demo/contracts/compile'

/**
 * Compiles one of the tests' own contracts.
 *
 * @param file path of a Solidity file
 * @returns its contracts by name, without interfaces
 */
export function compileContracts(file: string): Map<string, Artifact> {
  const name = path.basename(file)
  // Interfaces have no code.
  const compiled = Object.entries(compileSolidity(name, readFileSync(file, 'utf8'))).filter(([, { bytecode }]) => bytecode !== '0x')
  return new Map(compiled.map(([contract, artifact]) => [contract, toArtifact(contract, artifact, name)]))
}
