import { readFileSync } from 'node:fs'
import { encodeFunctionData, parseAbi, type Abi } from 'viem'
import { toArtifact } from '@/lib/demo/artifact'
import { findPackageFile } from '@/lib/demo/packageFile'
import { act } from './contracts'
import { deployer, type TokenChain } from './tokenChain'

/** One of Compound's contracts as it was published. */
export const loadCompound = (name: string) => {
  const file = `external/abi/compound/${name}.json`
  return toArtifact(name, JSON.parse(readFileSync(findPackageFile('@setprotocol/set-protocol-v2', file)!, 'utf8')), file)
}

export const compoundAbi = parseAbi([
  'function mint(uint256 mintAmount) returns (uint256)',
  'function redeem(uint256 redeemTokens) returns (uint256)',
  'function borrow(uint256 borrowAmount) returns (uint256)',
  'function repayBorrow(uint256 repayAmount) returns (uint256)',
  'function accrueInterest() returns (uint256)',
  'function enterMarkets(address[] cTokens) returns (uint256[])',
  'function transfer(address to, uint256 amount) returns (bool)',
  'function approve(address spender, uint256 amount) returns (bool)',
  'function balanceOf(address) view returns (uint256)',
  'function balanceOfUnderlying(address) returns (uint256)',
  'function totalReserves() view returns (uint256)',
])

// push8 10^18, mstore at 0, return 32 bytes: an oracle that says one to everything it is asked, also whether it is an oracle.
const oneToEverything = '670de0b6b3a764000060005260206000f3'
/** Its creation code. */
export const oneToEverythingCode = `60${(oneToEverything.length / 2).toString(16)}600c60003960${(oneToEverything.length / 2).toString(16)}6000f3${oneToEverything}` as const

/**
 * A Compound v2 market of the chain's UNI, with Compound's own Comptroller. One cToken (8 decimals) costs 0.02 UNI at first, as on mainnet.
 * A tenth of the interest goes to the reserves; three quarters may be borrowed.
 */
export async function openCompoundMarket(chain: TokenChain) {
  const comptrollerArtifact = loadCompound('Comptroller')
  const comptroller = await chain.deploy(comptrollerArtifact, [])
  const oracle = await chain.deploy({ name: 'oracle', abi: [], bytecode: `0x${oneToEverythingCode}` }, [])
  const run = (to: `0x${string}`, own: Abi, functionName: string, args: readonly unknown[]) =>
    act(chain, deployer, to, encodeFunctionData({ abi: own, functionName, args }))
  await run(comptroller, comptrollerArtifact.abi, '_setPriceOracle', [oracle])
  await run(comptroller, comptrollerArtifact.abi, '_setMaxAssets', [20n])
  const market = { comptroller, oracle }
  return { ...market, cToken: await addCompoundMarket(chain, market) }
}

/** One more market of the same UNI under the same Comptroller. @returns its cToken */
export async function addCompoundMarket(chain: TokenChain, { comptroller }: { comptroller: `0x${string}` }) {
  const rates = await chain.deploy(loadCompound('WhitePaperInterestRateModel'), [2n * 10n ** 16n, 3n * 10n ** 17n])
  const { abi } = loadCompound('CERc20')
  const cToken = await chain.deploy(loadCompound('CERc20'), [chain.token, comptroller, rates, 2n * 10n ** 26n, 'Compound UNI', 'cUNI', 8n])
  const run = (to: `0x${string}`, own: Abi, functionName: string, args: readonly unknown[]) =>
    act(chain, deployer, to, encodeFunctionData({ abi: own, functionName, args }))
  await run(comptroller, loadCompound('Comptroller').abi, '_supportMarket', [cToken])
  await run(comptroller, loadCompound('Comptroller').abi, '_setCollateralFactor', [cToken, 75n * 10n ** 16n])
  await run(cToken, abi, '_setReserveFactor', [10n ** 17n])
  return cToken
}
