import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { encodeFunctionData, padHex, parseAbi, stringToHex } from 'viem'
import { z } from 'zod'
import { toArtifact } from '@/lib/demo/artifact'
import type { Address } from '@/lib/domain/address'
import { compileContracts } from './compileContracts'
import { act } from './contracts'
import { deployer, type TokenChain } from './tokenChain'

/**
 * Where Compound v3's compiled contracts lie, if anywhere: no npm package has them, and none of them is part of the project. To make that folder:
 * github.com/compound-finance/comet at commit 17a6e7ac032d9adac209c20b4a9ff9051a599bb4, compiled as its hardhat.config.ts says (solc 0.8.15, through
 * IR, optimizer with one run and the steps written there): `npx hardhat compile` leaves Comet.sol/Comet.json, CometExt.sol/CometExt.json and CometRewards.sol/CometRewards.json in its
 * artifacts/contracts. Name that one: LORENZ_COMET_ARTIFACTS=…/artifacts/contracts npx vitest run lib/sources/comet.test.ts
 */
const { LORENZ_COMET_ARTIFACTS: folder } = z.object({ LORENZ_COMET_ARTIFACTS: z.string().min(1).optional() }).parse(process.env)

/** Says so where it is true: then there is nothing to prove Comet on. */
export const cometIsMissing = !folder || !existsSync(path.join(folder, 'Comet.sol'))
if (cometIsMissing) console.warn(`skipped: no compiled contracts of Compound v3 in ${folder ?? 'LORENZ_COMET_ARTIFACTS'}; tests/cometMarket.ts says how they are made`)

const loadComet = (name: string) => {
  const file = path.join(folder!, `${name}.sol`, `${name}.json`)
  return toArtifact(name, JSON.parse(readFileSync(file, 'utf8')), file)
}

export const cometAbi = parseAbi([
  'function supply(address asset, uint256 amount)',
  'function supplyTo(address dst, address asset, uint256 amount)',
  'function withdraw(address asset, uint256 amount)',
  'function withdrawTo(address to, address asset, uint256 amount)',
  'function transfer(address dst, uint256 amount) returns (bool)',
  'function transferAsset(address dst, address asset, uint256 amount)',
  'function approve(address spender, uint256 amount) returns (bool)',
  'function absorb(address absorber, address[] accounts)',
  'function buyCollateral(address asset, uint256 minAmount, uint256 baseAmount, address recipient)',
  'function withdrawReserves(address to, uint256 amount)',
  'function accrueAccount(address account)',
  'function initializeStorage()',
  'function tell(int256 price)',
  'function allow(address manager, bool isAllowed)',
  'function setRewardConfig(address comet, address token)',
  'function claim(address comet, address src, bool shouldAccrue)',
  'function claimTo(address comet, address src, address to, bool shouldAccrue)',
  'function getRewardOwed(address comet, address account) returns ((address token, uint256 owed))',
  'function rewardsClaimed(address comet, address account) view returns (uint256)',
  'function isLiquidatable(address) view returns (bool)',
  'function balanceOf(address) view returns (uint256)',
  'function collateralBalanceOf(address account, address asset) view returns (uint128)',
  'function getCollateralReserves(address asset) view returns (uint256)',
  'function getReserves() view returns (int256)',
  'function totalSupply() view returns (uint256)',
  'function userBasic(address) view returns (int104 principal, uint64 trackingIndex, uint64 trackingAccrued, uint16 assetsIn, uint8 reserved)',
  'function totalsBasic() view returns ((uint64 baseSupplyIndex, uint64 baseBorrowIndex, uint64 trackingSupplyIndex, uint64 trackingBorrowIndex, uint104 totalSupplyBase, uint104 totalBorrowBase, uint40 lastAccrualTime, uint8 pauseFlags))',
])

const unit = 10n ** 18n
const dollar = 10n ** 8n
const percent = 10n ** 16n

/** What a market lends, and what it takes as collateral, with prices in dollars. All have 18 decimals. */
interface CometTerms {
  base: Address
  collateral: readonly { asset: Address; price: bigint }[]
  /** Interest a year: who borrows pays half of it and, as more is borrowed, up to four fifths of another half; steeper above */
  yearly: bigint
  /** Thousandths of a reward token that all lenders, and all borrowers, earn together in a second; absent: none */
  speeds?: { lent: bigint; borrowed: bigint }
}

/**
 * A market of Compound v3, the contract itself without a proxy. 80 % of collateral may be borrowed, 85 % liquidates; whoever is absorbed is paid 90 % of what
 * it had, and the protocol sells that for 95 %. One base token is one dollar. The deployer governs.
 *
 * @returns the market, and the price feed of each collateral
 */
export async function openCometMarket(chain: TokenChain, { base, collateral, yearly, speeds }: CometTerms): Promise<{ comet: Address; feeds: ReadonlyMap<Address, Address> }> {
  const feed = compileContracts('tests/PriceFeed.sol').get('PriceFeed')!
  const inWords = (text: string) => padHex(stringToHex(text), { dir: 'right', size: 32 })
  const extensionDelegate = await chain.deploy(loadComet('CometExt'), [{ name32: inWords('Compound UNI'), symbol32: inWords('cUNIv3') }])
  const feeds = new Map<Address, Address>()
  for (const { asset, price } of collateral) feeds.set(asset, await chain.deploy(feed, [price * dollar]))
  const configuration = {
    ...{ governor: deployer, pauseGuardian: deployer, baseToken: base, baseTokenPriceFeed: await chain.deploy(feed, [dollar]), extensionDelegate },
    ...{ supplyKink: 80n * percent, supplyPerYearInterestRateSlopeLow: yearly / 2n, supplyPerYearInterestRateSlopeHigh: 2n * yearly, supplyPerYearInterestRateBase: 0n },
    ...{ borrowKink: 80n * percent, borrowPerYearInterestRateSlopeLow: yearly / 2n, borrowPerYearInterestRateSlopeHigh: 2n * yearly, borrowPerYearInterestRateBase: yearly / 2n },
    ...{ storeFrontPriceFactor: 50n * percent, trackingIndexScale: 10n ** 15n, baseMinForRewards: unit },
    ...{ baseTrackingSupplySpeed: (speeds?.lent ?? 0n) * 10n ** 12n, baseTrackingBorrowSpeed: (speeds?.borrowed ?? 0n) * 10n ** 12n },
    ...{ baseBorrowMin: 1n, targetReserves: 10n ** 9n * unit },
    assetConfigs: collateral.map(({ asset }) => ({
      ...{ asset, priceFeed: feeds.get(asset)!, decimals: 18, supplyCap: 10n ** 9n * unit },
      ...{ borrowCollateralFactor: 80n * percent, liquidateCollateralFactor: 85n * percent, liquidationFactor: 90n * percent },
    })),
  }
  const comet = await chain.deploy(loadComet('Comet'), [configuration])
  await act(chain, deployer, comet, encodeFunctionData({ abi: cometAbi, functionName: 'initializeStorage' }))
  return { comet, feeds }
}

/**
 * The contract that pays rewards of several markets, in one token. The deployer governs; it pays what it is given.
 *
 * @returns its address
 */
export async function openCometRewards(chain: TokenChain, token: Address, markets: readonly Address[]): Promise<Address> {
  const rewards = await chain.deploy(loadComet('CometRewards'), [deployer])
  for (const market of markets) await act(chain, deployer, rewards, encodeFunctionData({ abi: cometAbi, functionName: 'setRewardConfig', args: [market, token] }))
  return rewards
}
