import { encodeFunctionData } from 'viem'
import { holdingOf, poolOf } from './market'
import type { Contract } from './storyChain'
import { noDeadline, randomFor, shareOf, type Habit, type StoryProtocol, type World } from './world'

const most = 2n ** 128n - 1n

/**
 * What holders of v3 positions do with them between opening and closing. Every ten days one of them fetches its fees, adds to a position, or takes
 * half of one out and fetches that ten days later. One position is given to another account, which later fetches its fees; so are LP shares
 * of the v2 pair. When half of the story is told, the protocol takes a sixth of the v3 pool's fees.
 */
export function openPositionCare(world: World, protocol: StoryProtocol, pool: Contract, days: number): Habit {
  const { chain, cast, exchanges } = world
  const { token, pair, tokenIsFirst, character, labels } = protocol
  const { v3Positions: manager } = exchanges
  const random = randomFor(world, protocol, 'position care')
  const timelock = labels.find(({ role }) => role === 'timelock')!.address
  const call = (functionName: string, args: readonly unknown[]) => encodeFunctionData({ abi: manager.abi, functionName, args })
  let waiting: bigint | null = null
  let inherited: bigint | null = null

  const collect = (tokenId: bigint) => {
    const { owner } = chain.ledger.positions.get(tokenId)!
    chain.send(owner, manager, 'collect', [{ tokenId, recipient: owner, amount0Max: most, amount1Max: most }])
  }
  const takeHalf = (tokenId: bigint) => {
    const { owner, liquidity } = chain.ledger.positions.get(tokenId)!
    chain.send(owner, manager, 'decreaseLiquidity', [{ tokenId, liquidity: liquidity / 2n, amount0Min: 0, amount1Min: 0, deadline: noDeadline }])
    waiting = tokenId
  }
  const increase = (tokenId: bigint) => {
    const { owner } = chain.ledger.positions.get(tokenId)!
    const amount = shareOf(holdingOf(world, protocol, owner), 0.05)
    if (amount === 0n) return collect(tokenId)
    const { tokens, ether } = poolOf(world, protocol)
    const worth = (amount * ether) / tokens
    const [amount0Desired, amount1Desired] = tokenIsFirst ? [amount, worth] : [worth, amount]
    const increased = call('increaseLiquidity', [{ tokenId, amount0Desired, amount1Desired, amount0Min: 0, amount1Min: 0, deadline: noDeadline }])
    chain.send(owner, token, 'approve', [manager.address, amount])
    chain.send(owner, manager, 'multicall', [[increased, call('refundETH', [])]], worth)
  }
  const handOn = () => {
    const given = [...chain.ledger.positions].find(([, { owner, liquidity }]) => liquidity > 0n && owner !== cast.investors[0])
    if (given) {
      inherited = given[0]
      chain.send(given[1].owner, manager, 'transferFrom', [given[1].owner, cast.heir, inherited])
    }
    const giver = cast.liquidityProviders.find((account) => chain.ledger.balanceOf(pair.address, account) > 0n && !chain.isBusy(account))
    if (giver) chain.send(giver, pair, 'transfer', [cast.heir, chain.ledger.balanceOf(pair.address, giver) / 2n])
  }
  const after = (share: number) => Math.round(days * share)

  return (today) => {
    if (today === after(0.4)) handOn()
    if (today === after(0.5)) chain.send(cast.deployer, pool, 'setFeeProtocol', [6, 6])
    if (today === after(0.7) && inherited !== null) collect(inherited)
    if (today === after(0.8)) chain.send(cast.deployer, pool, 'collectProtocol', [timelock, most, most])
    if (today < character.launch + 25 || (today - character.launch) % 10 !== 5) return
    if (waiting !== null) collect(waiting)
    const taken = waiting
    waiting = null
    const open = [...chain.ledger.positions].filter(([tokenId, { owner, liquidity }]) => liquidity > 1n && tokenId !== taken && !chain.isBusy(owner)).map(([tokenId]) => tokenId)
    if (open.length > 0) random.pick([collect, takeHalf, increase])(random.pick(open))
  }
}
