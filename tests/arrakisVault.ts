import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { toArtifact } from '@/lib/demo/artifact'

/**
 * Where the compiled contracts of Arrakis' first vaults lie, if anywhere: no npm package has them, and none of them is part of the project. To make that
 * folder: github.com/ArrakisFinance/vault-v1-core at commit d2d879e9a25f24d77a7a0a01b3681f04621a7cdb, compiled with solc 0.8.4, optimizer with 200 runs:
 * `npx hardhat compile` leaves ArrakisVaultV1.sol/ArrakisVaultV1.json in its artifacts/contracts. Name that one:
 * LORENZ_MANAGER_ARTIFACTS=…/artifacts/contracts npx vitest run lib/sources/pools/arrakisVault.test.ts
 */
const { LORENZ_MANAGER_ARTIFACTS: folder } = z.object({ LORENZ_MANAGER_ARTIFACTS: z.string().min(1).optional() }).parse(process.env)

/** Says so where it is true: then there is no real manager of liquidity to prove anything on. */
export const arrakisIsMissing = !folder || !existsSync(path.join(folder, 'ArrakisVaultV1.sol'))
if (arrakisIsMissing) console.warn(`skipped: no compiled contracts of Arrakis in ${folder ?? 'LORENZ_MANAGER_ARTIFACTS'}; tests/arrakisVault.ts says how they are made`)

/** A vault's own code, without the proxy that stands before it. */
export function loadArrakisVault() {
  const file = path.join(folder!, 'ArrakisVaultV1.sol', 'ArrakisVaultV1.json')
  return toArtifact('ArrakisVaultV1', JSON.parse(readFileSync(file, 'utf8')), file)
}
