import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { toArtifact, type Artifact } from '@/lib/demo/artifact'
import { compileSolidity } from '@/lib/demo/contracts/compile'
import { findRunDirectory } from './runDirectory'

/**
 * Compiles one of the tests' own contracts; once in a run, as the compiler takes seconds.
 *
 * @param file path of a Solidity file
 * @returns its contracts by name, without interfaces
 */
export function compileContracts(file: string): Map<string, Artifact> {
  const name = path.basename(file)
  // Interfaces have no code.
  const compiled = Object.entries(compileOnce(name, readFileSync(file, 'utf8'))).filter(([, { bytecode }]) => bytecode !== '0x')
  return new Map(compiled.map(([contract, artifact]) => [contract, toArtifact(contract, artifact, name)]))
}

function compileOnce(name: string, content: string): ReturnType<typeof compileSolidity> {
  const directory = path.join(findRunDirectory(), 'compiled')
  const kept = path.join(directory, `${createHash('sha256').update(content).digest('hex')}.json`)
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as ReturnType<typeof compileSolidity>
  const compiled = compileSolidity(name, content)
  mkdirSync(directory, { recursive: true })
  // There at once or not at all: another file may look for it at this moment.
  writeFileSync(`${kept}.${process.pid}`, JSON.stringify(compiled))
  renameSync(`${kept}.${process.pid}`, kept)
  return compiled
}
