import type { Contract } from '@/lib/demo/storyChain'
import type { Address } from '@/lib/domain/address'
import { openFarm, visitorContracts, type FarmKind } from './farmChain'
import { startPairChain } from './pairChain'
import { deployer, toToken, toWrapper } from './sourceChain'

export type FarmedPair = Awaited<ReturnType<typeof startFarmedPair>>

const most = 2n ** 256n - 1n

/**
 * A real pair, whose shares lie in the first pool of a farm, straight and, in the first form, by way of a vault, whose own shares lie in the second pool: all
 * of them looked through. Into the last pool goes one of the pair's tokens.
 */
export async function startFarmedPair(kind: FarmKind, people: readonly Address[]) {
  const world = await startPairChain(people)
  const { chain, pair, balance, act } = world
  const farm = await openFarm({ chain }, kind, () => [pair], people)
  const { isFirst, farm: { address } } = farm
  const vault = isFirst ? chain.deploy(deployer, visitorContracts().get('FarmedVault')!, [pair.address, address, 0n]) : null
  const further: Contract[] = [...(vault ? [vault] : []), world.tokens[0]]
  for (const token of further) chain.send(deployer, farm.farm, 'add', [1n, token.address, isFirst ? false : `0x${'0'.repeat(40)}`])
  for (const person of people) {
    if (vault) chain.send(person, pair, 'approve', [vault.address, most])
    for (const token of further) chain.send(person, token, 'approve', [address, most])
  }
  await world.mine()
  const assets = [pair, ...further].map((token) => token.address)
  world.wrappers.push({ ...farm.wrapper, assets, farm: { owed: 'pendingSushi', pools: assets.map((asset, id) => ({ id, asset })) } })
  const leave = (pool: number) => async (account: Address) => {
    const amount = await farm.stakeOf(pool, account)
    if (amount > 0n) await act(account, farm.farm, 'withdraw', [BigInt(pool), amount, ...(isFirst ? [] : [account])])
  }
  world.exits.unshift(leave(0))
  if (vault) {
    world.wrappers.push(toWrapper('erc4626Vault', { address: vault.address, assets: [pair.address], shareToken: toToken(vault.address) }))
    world.exits.unshift(leave(1), async (account) => {
      const amount = await balance(vault, account)
      if (amount > 0n) await act(account, vault, 'redeem', [amount, account, account])
    })
  }
  return { ...world, farm, vault, lastPool: further.length }
}
