import { aaveToken } from './families/aaveToken'
import { answersEverything } from './families/answersEverything'
import { comet } from './families/comet'
import { compoundToken } from './families/compoundToken'
import { erc4626Vault } from './families/erc4626Vault'
import { compoundGovernor, governor } from './families/governor'
import { merkleDistributor } from './families/merkleDistributor'
import { safe } from './families/safe'
import { stakingRewards } from './families/stakingRewards'
import { compoundTimelock, timelock } from './families/timelock'
import { uniswapV2Pair } from './families/uniswapV2Pair'
import { uniswapV3Pool } from './families/uniswapV3Pool'
import { beneficiaryWallet, treasuryVester, vestingWallet } from './families/vesting'
import { voteEscrow } from './families/voteEscrow'
import type { Recogniser } from './recogniser'

/** Every family that is recognised. Where a contract answers as two of them, the first counts: those that others confirm stand before the rest. */
export const recognisers: readonly Recogniser[] = [
  answersEverything,
  uniswapV2Pair,
  uniswapV3Pool,
  aaveToken,
  compoundToken,
  comet,
  safe,
  erc4626Vault,
  voteEscrow,
  stakingRewards,
  governor,
  compoundGovernor,
  timelock,
  compoundTimelock,
  vestingWallet,
  beneficiaryWallet,
  treasuryVester,
  merkleDistributor,
]
