import type { Address } from '@/lib/domain/address'
import { noDeadline, type StoryProtocol, type World } from './world'

/** What the pool holds: tokens and ether, smallest units. */
export function poolOf({ chain }: World, { pair, tokenIsFirst }: StoryProtocol): { tokens: bigint; ether: bigint } {
  const [first, second] = chain.ledger.reservesOf(pair.address)
  return tokenIsFirst ? { tokens: first, ether: second } : { tokens: second, ether: first }
}

/** What one token costs in the pool, in ether. */
export function priceOf(world: World, protocol: StoryProtocol): number {
  const { tokens, ether } = poolOf(world, protocol)
  return Number(ether) / Number(tokens)
}

/** What an account holds of the protocol's token. */
export function holdingOf({ chain }: World, { token }: StoryProtocol, account: Address): bigint {
  return chain.ledger.balanceOf(token.address, account)
}

/** Sells tokens to the pool for ether. */
export function sellTokens({ chain, exchanges }: World, { token }: StoryProtocol, account: Address, amount: bigint): void {
  chain.send(account, token, 'approve', [exchanges.v2Router.address, amount])
  const path = [token.address, exchanges.weth.address]
  chain.send(account, exchanges.v2Router, 'swapExactTokensForETH', [amount, 0, path, account, noDeadline])
}

/** Buys tokens from the pool for ether. */
export function buyTokens({ chain, exchanges }: World, { token }: StoryProtocol, account: Address, ether: bigint): void {
  const path = [exchanges.weth.address, token.address]
  chain.send(account, exchanges.v2Router, 'swapExactETHForTokens', [0, path, account, noDeadline], ether)
}

/** Adds tokens and as much ether as they are worth to the pool. */
export function addLiquidity(world: World, protocol: StoryProtocol, account: Address, amount: bigint): void {
  const { chain, exchanges } = world
  const { tokens, ether } = poolOf(world, protocol)
  chain.send(account, protocol.token, 'approve', [exchanges.v2Router.address, amount])
  // A little more ether than today's price asks for: what the router does not need it gives back.
  const worth = (((amount * ether) / tokens) * 103n) / 100n
  chain.send(account, exchanges.v2Router, 'addLiquidityETH', [protocol.token.address, amount, 0, 0, account, noDeadline], worth)
}

/** Takes all liquidity that an account's LP tokens stand for out of the pool. */
export function removeLiquidity({ chain, exchanges }: World, { token, pair }: StoryProtocol, account: Address): void {
  const shares = chain.ledger.balanceOf(pair.address, account)
  chain.send(account, pair, 'approve', [exchanges.v2Router.address, shares])
  chain.send(account, exchanges.v2Router, 'removeLiquidityETH', [token.address, shares, 0, 0, account, noDeadline])
}
