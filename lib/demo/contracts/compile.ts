import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { findPackageFile } from '../packageFile'

const sources = ['DemoCompute.sol', 'DemoMinter.sol', 'DemoProvider.sol']

/** The committed output of `compileContracts`. */
export const compiledPath = fileURLToPath(new URL('./compiled.json', import.meta.url))

const outputSchema = z.object({
  errors: z.array(z.object({ severity: z.string(), formattedMessage: z.string() })).default([]),
  contracts: z.record(z.string(), z.record(z.string(), z.object({ abi: z.array(z.unknown()), evm: z.object({ bytecode: z.object({ object: z.string() }) }) }))),
})

/**
 * Compiles a Solidity file with npm's solc; what it imports comes from the installed packages, as OpenZeppelin's contracts.
 *
 * @param file the name that messages say
 * @returns contract name → { abi, bytecode }, of the file's own contracts
 * @throws Error with the compiler's messages
 * @example compileSolidity('Empty.sol', 'pragma solidity 0.8.30; contract Empty {}').Empty!.bytecode.slice(0, 8) // '0x608060'
 */
export function compileSolidity(file: string, content: string): Record<string, { abi: unknown[]; bytecode: `0x${string}` }> {
  const solc = createRequire(import.meta.url)('solc') as { compile(input: string, callbacks: { import(path: string): object }): string }
  const input = {
    language: 'Solidity',
    sources: { [file]: { content } },
    settings: {
      optimizer: { enabled: true, runs: 200 },
      evmVersion: 'cancun',
      // Without the hash of the metadata the output does not depend on paths and comments.
      metadata: { bytecodeHash: 'none', appendCBOR: false },
      outputSelection: { [file]: { '*': ['abi', 'evm.bytecode.object'] } },
    },
  }
  const readImport = (name: string) => {
    const [scope, packageName, ...parts] = name.split('/')
    const place = findPackageFile(`${scope}/${packageName}`, parts.join('/'))
    return place ? { contents: readFileSync(place, 'utf8') } : { error: `${name} is not installed` }
  }
  const { errors, contracts } = outputSchema.parse(JSON.parse(solc.compile(JSON.stringify(input), { import: readImport })))
  const fatal = errors.filter(({ severity }) => severity === 'error')
  if (fatal.length > 0) throw new Error(`${file} does not compile:\n${fatal.map((error) => error.formattedMessage).join('\n')}`)
  return Object.fromEntries(
    Object.entries(contracts[file] ?? {}).map(([name, { abi, evm }]) => [name, { abi, bytecode: `0x${evm.bytecode.object}` as const }]),
  )
}

/**
 * Compiles the demo chain's own contracts. Takes about 20 s and 300 MB.
 * `npx tsx lib/demo/contracts/compile.ts` writes it to compiled.json.
 *
 * @returns the text of compiled.json: contract name → { abi, bytecode }
 * @throws Error with the compiler's messages
 */
export function compileContracts(): string {
  const compiled = sources.map((file) => compileSolidity(file, readFileSync(path.join(path.dirname(compiledPath), file), 'utf8')))
  return `${JSON.stringify(Object.assign({}, ...compiled), null, 1)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(compiledPath, compileContracts())
