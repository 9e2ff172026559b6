import path from 'node:path'
import { loadCompiled, loadStakingRewards } from '@/lib/demo/artifact'
import type { Contract } from '@/lib/demo/storyChain'
import type { Address } from '@/lib/domain/address'
import { compileContracts } from './compileContracts'
import { startPairChain } from './pairChain'
import { deployer, toToken, toWrapper } from './sourceChain'

export type KeptChain = Awaited<ReturnType<typeof startKeptChain>>

/** A vault that stakes a pair's shares, and a token that wraps them. */
export const farmingContracts = () => compileContracts(path.join(import.meta.dirname, 'FarmingVault.sol'))

/**
 * A real pair, whose shares lie in a wrapped token, in a vault that stakes them, and what that vault gives out in a second vault and in a staking
 * contract: all of them looked through.
 */
export async function startKeptChain(people: readonly Address[]) {
  const world = await startPairChain(people)
  const { chain, pair, staking, balance, act } = world
  const contracts = farmingContracts()
  const vault = chain.deploy(deployer, contracts.get('FarmingVault')!, [pair.address, staking.address])
  const wrapped = chain.deploy(deployer, contracts.get('Wrapped')!, [pair.address])
  const upper = chain.deploy(deployer, loadCompiled('DemoComputeVault'), [vault.address])
  const stakingOfVault = chain.deploy(deployer, loadStakingRewards(), [deployer, deployer, world.tokens[0].address, vault.address])
  for (const person of people) {
    for (const spender of [vault, wrapped]) chain.send(person, pair, 'approve', [spender.address, 2n ** 255n])
    for (const spender of [upper, stakingOfVault]) chain.send(person, vault, 'approve', [spender.address, 2n ** 255n])
  }
  await world.mine()
  const toVault = (source: string, { address }: Contract, asset: Address) => toWrapper(source, { address, assets: [asset], shareToken: toToken(address) })
  world.wrappers.push(
    toVault('erc4626Vault', upper, vault.address),
    toWrapper('stakingRewards', { address: stakingOfVault.address, assets: [vault.address], contracts: { stakingToken: vault.address, rewardsToken: world.tokens[0].address } }),
    toVault('erc4626Vault', vault, pair.address),
    toVault('wrappedToken', wrapped, pair.address),
  )
  const leave = (contract: Contract, held: Contract, exit: (account: Address, amount: bigint) => readonly [string, readonly unknown[]]) =>
    world.exits.unshift(async (account) => {
      const amount = await balance(held, account)
      if (amount > 0n) await act(account, contract, ...exit(account, amount))
    })
  // In the order in which they are written to the front: the last is the first to be left.
  leave(wrapped, wrapped, (account, amount) => ['withdrawTo', [account, amount]])
  leave(vault, vault, (account, amount) => ['redeem', [amount, account, account]])
  leave(stakingOfVault, stakingOfVault, (_, amount) => ['withdraw', [amount]])
  leave(upper, upper, (account, amount) => ['redeem', [amount, account, account]])
  return { ...world, vault, wrapped, upper, stakingOfVault }
}
