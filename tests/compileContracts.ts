import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Abi } from 'viem'
import type { Artifact } from '@/lib/demo/artifact'

/**
 * Compiles one of the tests' own contracts.
 *
 * @param file path of a Solidity file without imports
 * @returns its contracts by name
 */
export function compileContracts(file: string): Map<string, Artifact> {
  const solc = createRequire(import.meta.url)('solc') as { compile(input: string): string }
  const name = path.basename(file)
  const settings = { evmVersion: 'cancun', outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } } }
  const sources = { [name]: { content: readFileSync(file, 'utf8') } }
  const output = JSON.parse(solc.compile(JSON.stringify({ language: 'Solidity', sources, settings }))) as {
    errors?: { severity: string; formattedMessage: string }[]
    contracts: Record<string, Record<string, { abi: Abi; evm: { bytecode: { object: string } } }>>
  }
  const fatal = output.errors?.find(({ severity }) => severity === 'error')
  if (fatal) throw new Error(fatal.formattedMessage)
  const compiled = Object.entries(output.contracts[name]!)
  return new Map(compiled.map(([contract, { abi, evm }]) => [contract, { name: contract, abi, bytecode: `0x${evm.bytecode.object}` as const }]))
}
