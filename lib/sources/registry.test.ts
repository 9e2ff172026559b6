import { readdirSync } from 'node:fs'
import path from 'node:path'
import { keccak256, toBytes } from 'viem'
import { describe, expect, it } from 'vitest'
import { accountRoles } from '../domain/label'
import { locales } from '../domain/text'
import { toToken, toWrapper } from '@/tests/sourceChain'
import { sources, toSource } from './registry'
import type { Source } from './source'

/** The events of each source that needs logs, as its contracts' source code has them. */
const signatures: Record<string, readonly string[]> = {
  uniswapV3Pool: [
    'Burn(address,int24,int24,uint128,uint256,uint256)', 'Collect(address,address,int24,int24,uint128,uint128)', 'Initialize(uint160,int24)',
    'Mint(address,address,int24,int24,uint128,uint256,uint256)', 'Swap(address,address,int256,int256,uint160,uint128,int24)',
    'Flash(address,address,uint256,uint256,uint256,uint256)', 'SetFeeProtocol(uint8,uint8,uint8,uint8)', 'CollectProtocol(address,address,uint128,uint128)',
    'Transfer(address,address,uint256)', 'IncreaseLiquidity(uint256,uint128,uint256,uint256)',
    'DecreaseLiquidity(uint256,uint128,uint256,uint256)', 'Collect(uint256,address,uint256,uint256)',
  ],
  aaveToken: ['BalanceTransfer(address,address,uint256,uint256)', 'Burn(address,address,uint256,uint256,uint256)', 'Mint(address,address,uint256,uint256,uint256)', 'Mint(address,uint256,uint256)', 'Burn(address,address,uint256,uint256)'],
  stakingRewards: ['Staked(address,uint256)', 'Withdrawn(address,uint256)'],
  liquidityGauge: ['Deposit(address,uint256)', 'Withdraw(address,uint256)'],
  masterChef: [
    'Deposit(address,uint256,uint256)', 'Withdraw(address,uint256,uint256)', 'EmergencyWithdraw(address,uint256,uint256)',
    'Deposit(address,uint256,uint256,address)', 'Withdraw(address,uint256,uint256,address)', 'EmergencyWithdraw(address,uint256,uint256,address)',
  ],
  wrappedByDeposit: ['Deposit(address,uint256)', 'Withdrawal(address,uint256)', 'Transfer(address,address,uint256)'],
  bondingManager: [
    'Bond(address,address,address,uint256,uint256)', 'Unbond(address,address,uint256,uint256,uint256)', 'Rebond(address,address,uint256,uint256)',
    'TransferBond(address,address,uint256,uint256,uint256)', 'WithdrawStake(address,uint256,uint256,uint256)',
    'EarningsClaimed(address,address,uint256,uint256,uint256,uint256)', 'Reward(address,uint256)', 'TranscoderUpdate(address,uint256,uint256)',
    'TranscoderActivated(address,uint256)', 'TranscoderDeactivated(address,uint256)', 'TranscoderSlashed(address,address,uint256,uint256)', 'NewRound(uint256,bytes32)',
  ],
  graphStaking: [
    'StakeDeposited(address,uint256)', 'StakeLocked(address,uint256,uint256)', 'StakeWithdrawn(address,uint256)', 'StakeSlashed(address,uint256,uint256,address)',
    'IndexerStakeTransferredToL2(address,address,uint256)', 'DelegationParametersUpdated(address,uint32,uint32,uint32)',
    'StakeDelegated(address,address,uint256,uint256)', 'StakeDelegatedLocked(address,address,uint256,uint256,uint256)', 'StakeDelegatedWithdrawn(address,address,uint256)',
    'DelegationTransferredToL2(address,address,address,address,uint256)', 'RebateClaimed(address,bytes32,address,uint256,uint256,uint256,uint256,uint256)',
    'RebateCollected(address,address,bytes32,address,uint256,uint256,uint256,uint256,uint256,uint256,uint256)',
    'RewardsAssigned(address,address,uint256,uint256)', 'HorizonRewardsAssigned(address,address,uint256)',
  ],
  pocoEscrow: [
    'Transfer(address,address,uint256)', 'Lock(address,uint256)', 'Unlock(address,uint256)', 'Reward(address,uint256,bytes32)', 'Seize(address,uint256,bytes32)',
    'TaskInitialize(bytes32,address)', 'TaskContribute(bytes32,address,bytes32)', 'Transfer(address,address,uint256)',
  ],
  comet: ['AbsorbCollateral(address,address,address,uint256,uint256)', 'SupplyCollateral(address,address,address,uint256)', 'TransferCollateral(address,address,address,uint256)', 'WithdrawCollateral(address,address,address,uint256)'],
  voteEscrow: ['Deposit(address,uint256,uint256,int128,uint256)', 'Withdraw(address,uint256,uint256)'],
}

const address = `0x${'c'.repeat(40)}` as const
const wrapperOf = ({ id }: Source) => toWrapper(id, { address, assets: [address], farm: { pools: [{ id: 7, asset: address }], owed: 'pendingSushi' }, shareToken: toToken(address), contracts: { positionManager: address, bondingManager: address, roundsManager: address, rewardsManager: address, workerpoolRegistry: address } })

describe('the registry of sources', () => {
  it('has every file that exports a source under its own name, once', async () => {
    const names = readdirSync(import.meta.dirname).flatMap((file) => /^(\w+)\.ts$/.exec(file)?.[1] ?? [])
    const exported = await Promise.all(names.map(async (name) => ((await import(path.join(import.meta.dirname, `${name}.ts`))) as Record<string, unknown>)[name]))
    const found = exported.filter((value): value is Source => typeof value === 'object' && value !== null && 'toOwnerships' in value)
    expect(new Set(sources)).toEqual(new Set(found))
    expect(found.map(({ id }) => id)).toEqual(names.filter((_, place) => found.includes(exported[place] as Source)))
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length)
  })

  it('finds a source by its id, and says which there are', () => {
    for (const source of sources) expect(toSource(source.id)).toBe(source)
    expect(() => toSource('sushiBar')).toThrow(/^There is no source sushiBar: there are .*voteEscrow/)
  })
})

describe.each(sources.map((source) => [source.id, source] as const))('%s', (id, source) => {
  it('says what it is in every language', () => {
    for (const text of [source.name, source.description]) for (const locale of locales) expect(text[locale].trim()).toMatch(/\S/)
    expect(source.description.en).not.toBe(source.description.de)
    for (const locale of locales) expect(source.description[locale]).toMatch(/\.$/)
    expect(Object.keys(accountRoles)).toContain(source.role)
  })

  it('asks for logs by the hashes of their events’ signatures', () => {
    const topics = source.logs(wrapperOf(source)).flatMap((filter) => filter.topics)
    expect([...topics].sort()).toEqual((signatures[id] ?? []).map((signature) => keccak256(toBytes(signature))).sort())
  })
})
