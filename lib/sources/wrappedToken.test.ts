import { afterAll, beforeAll, expect, it } from 'vitest'
import { ann, bob, carl, deployer, startSourceChain, sumOf, toToken, toWrapper, type SourceChain } from '@/tests/sourceChain'
import { toHoldings } from '@/tests/toHoldings'
import { toArtifact } from '@/lib/demo/artifact'
import { compileSolidity } from '@/lib/demo/contracts/compile'
import { wrappedToken } from './wrappedToken'

/** OpenZeppelin's contract is abstract: this adds nothing but names. */
const source = `
pragma solidity 0.8.30;
import {ERC20, IERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Wrapper} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Wrapper.sol";
contract Wrapped is ERC20Wrapper {
    constructor(IERC20 token) ERC20("Wrapped UNI", "wUNI") ERC20Wrapper(token) {}
}`

let world: SourceChain
beforeAll(async () => void (world = await startSourceChain()))
afterAll(() => world?.stop())

it('hands what is wrapped to the holders of the wrapped token', async () => {
  const { chain, token } = world
  const wrapped = chain.deploy(deployer, toArtifact('wrapped', compileSolidity('Wrapped.sol', source).Wrapped, 'Wrapped.sol'), [token.address])
  for (const person of [ann, bob]) chain.send(person, token, 'approve', [wrapped.address, 10_000n])
  await chain.mine(chain.timestamp + 12)
  chain.send(ann, wrapped, 'depositFor', [ann, 1_000n])
  chain.send(bob, wrapped, 'depositFor', [carl, 200n])
  chain.send(ann, wrapped, 'withdrawTo', [deployer, 300n])
  chain.send(ann, wrapped, 'transfer', [bob, 100n])
  chain.send(deployer, token, 'transfer', [wrapped.address, 11n])
  await chain.mine(chain.timestamp + 12)
  // ann 1,000 − 300 − 100, bob 100, carl 200; 11 lie there that nobody wrapped.
  const wrapper = toWrapper('wrappedToken', { address: wrapped.address, assets: [token.address], shareToken: toToken(wrapped.address) })
  const [ownership, ...further] = await world.readOwnerships(wrappedToken, wrapper)
  expect(further).toEqual([])
  expect(ownership).toEqual({
    contract: wrapped.address,
    asset: token.address,
    source: 'wrappedToken',
    shares: wrapped.address,
    claims: [
      { account: ann, amount: 600n },
      { account: carl, amount: 200n },
      { account: bob, amount: 100n },
    ],
    unresolved: [{ reason: 'surplus', amount: 11n }],
  })
  expect(sumOf(ownership!)).toBe(await world.readBalance(token, wrapped.address))

  // Where the ledger of what is wrapped is not kept, nothing beyond the wrapped supply is known.
  const input = await world.toInput(wrappedToken, wrapper)
  const unknown = (address: string) => (address === token.address ? [] : input.balances(wrapped.address))
  expect(wrappedToken.toOwnerships({ ...input, ...toHoldings(unknown) })).toEqual([{ ...ownership, unresolved: [] }])
})
