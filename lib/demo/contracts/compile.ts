import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { findPackageFile } from '../packageFile'

/** The committed output of `compileContracts`. */
export const compiledPath = fileURLToPath(new URL('./compiled.json', import.meta.url))

const outputSchema = z.object({
  errors: z.array(z.object({ severity: z.string(), formattedMessage: z.string() })).default([]),
  contracts: z.record(z.string(), z.record(z.string(), z.object({ abi: z.array(z.unknown()), evm: z.object({ bytecode: z.object({ object: z.string() }) }) }))),
})

/**
 * Compiles the demo chain's own contracts with npm's solc and OpenZeppelin's sources. Takes about 20 s and 300 MB.
 * `npx tsx lib/demo/contracts/compile.ts` writes it to compiled.json.
 *
 * @returns the text of compiled.json: contract name → { abi, bytecode }
 * @throws Error with the compiler's messages
 */
export function compileContracts(): string {
  const solc = createRequire(import.meta.url)('solc') as { compile(input: string, callbacks: { import(path: string): object }): string }
  const source = readFileSync(path.join(path.dirname(compiledPath), 'DemoCompute.sol'), 'utf8')
  const input = {
    language: 'Solidity',
    sources: { 'DemoCompute.sol': { content: source } },
    settings: {
      optimizer: { enabled: true, runs: 200 },
      evmVersion: 'cancun',
      // Without the hash of the metadata the output does not depend on paths and comments.
      metadata: { bytecodeHash: 'none', appendCBOR: false },
      outputSelection: { 'DemoCompute.sol': { '*': ['abi', 'evm.bytecode.object'] } },
    },
  }
  const readImport = (name: string) => {
    const [scope, packageName, ...file] = name.split('/')
    const place = findPackageFile(`${scope}/${packageName}`, file.join('/'))
    return place ? { contents: readFileSync(place, 'utf8') } : { error: `${name} is not installed` }
  }
  const { errors, contracts } = outputSchema.parse(JSON.parse(solc.compile(JSON.stringify(input), { import: readImport })))
  const fatal = errors.filter(({ severity }) => severity === 'error')
  if (fatal.length > 0) throw new Error(`DemoCompute.sol does not compile:\n${fatal.map((error) => error.formattedMessage).join('\n')}`)
  const compiled = Object.entries(contracts['DemoCompute.sol'] ?? {}).map(([name, { abi, evm }]) => [name, { abi, bytecode: `0x${evm.bytecode.object}` }])
  return `${JSON.stringify(Object.fromEntries(compiled), null, 1)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(compiledPath, compileContracts())
