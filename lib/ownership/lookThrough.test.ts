import { expect, it } from 'vitest'
import type { Address } from '../domain/address'
import type { ContractOwnership, UnresolvedReason } from '../domain/contractOwnership'
import { toDistribution } from '../domain/distribution'
import { lookThrough, toParts, toUnresolvedParts, type LookedThrough, type Part } from './lookThrough'

const toAccount = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const [token, lp, pool, staking, vault, other] = [0xf0, 0xf1, 0xc0, 0xc1, 0xc2, 0xc3].map(toAccount) as [Address, Address, Address, Address, Address, Address]
const [a, b, c, d] = [1, 2, 3, 4].map(toAccount) as [Address, Address, Address, Address]

const toOwnership = (
  contract: Address,
  asset: Address,
  shares: Address | null,
  claims: [Address, bigint][],
  unresolved: [UnresolvedReason, bigint][] = [],
): ContractOwnership => ({
  contract,
  asset,
  source: 'test',
  shares,
  claims: claims.map(([account, amount]) => ({ account, amount })),
  unresolved: unresolved.map(([reason, amount]) => ({ reason, amount })),
})
const through = (holders: [Address, bigint][], ...ownerships: ContractOwnership[]) =>
  lookThrough(holders.map(([account, amount]) => ({ account, amount })), ownerships, token)

const toOwners = ({ owners }: LookedThrough) => {
  const { accounts, amounts } = toDistribution(owners)
  return accounts.map((account, place) => [account, amounts[place]])
}
const tell = (parts: readonly Part[]) => parts.map(({ route, amount }) => [route.steps.map(({ contract, asset }) => [contract, asset]), amount])

it('hands a pool on to its providers, and keeps what is locked apart', () => {
  // 1,000 in the pool, 300 + 100 + 100 LP: 600 to a, 200 to b, 200 locked. 50 of a's own.
  const seen = through([[pool, 1000n], [a, 50n]], toOwnership(pool, token, lp, [[a, 300n], [b, 100n]], [['locked', 100n]]))
  const step = { contract: pool, asset: token, source: 'test' }
  expect(toOwners(seen)).toEqual([[a, 650n], [b, 200n]])
  expect(seen.unresolved).toEqual([{ ...step, reason: 'locked', amount: 200n }])
  expect(tell(toParts(seen, a))).toEqual([[[[pool, token]], 600n], [[], 50n]])
  expect(tell(toUnresolvedParts(seen, seen.unresolved[0]!))).toEqual([[[[pool, token]], 200n]])
  expect(toParts(seen, c)).toEqual([])
  expect(seen.flows).toEqual([
    { from: null, to: { kind: 'owners' }, amount: 50n },
    { from: null, to: { kind: 'contract', step }, amount: 1000n },
    { from: step, to: { kind: 'owners' }, amount: 800n },
    { from: step, to: { kind: 'unresolved', reason: 'locked' }, amount: 200n },
  ])
  expect(seen.byDepth).toEqual([
    { depth: 0, owned: 50n, unresolved: 0n },
    { depth: 1, owned: 800n, unresolved: 200n },
  ])
  expect([seen.total, seen.meanDepth]).toEqual([1050n, 1000 / 1050])
})

it('hands LP tokens in a staking contract on to those who staked them', () => {
  // 900 in the pool, a third of the LP tokens with a: 300. The other 600 are staked, 1 : 3.
  const seen = through([[pool, 900n]], toOwnership(staking, lp, null, [[b, 1n], [c, 3n]]), toOwnership(pool, token, lp, [[staking, 2n], [a, 1n]]))
  expect(toOwners(seen)).toEqual([[c, 450n], [a, 300n], [b, 150n]])
  expect(tell(toParts(seen, b))).toEqual([[[[pool, token], [staking, lp]], 150n]])
})

it('looks through a vault whose LP tokens sit in a staking contract', () => {
  // 1,200 in the pool: 100 of 120 LP tokens are staked, 1,000, and a has 200. Of 50 stakes the vault has 40, 800, and b 200. Of the vault
  // c has 3/8, 300, and d 5/8, 500. Depth: 200 · 1 + 200 · 2 + 800 · 3 = 3,000 over 1,200.
  const seen = through(
    [[pool, 1200n]],
    toOwnership(pool, token, lp, [[staking, 100n], [a, 20n]]),
    toOwnership(staking, lp, staking, [[vault, 40n], [b, 10n]]),
    toOwnership(vault, staking, vault, [[c, 3n], [d, 5n]]),
  )
  expect(toOwners(seen)).toEqual([[d, 500n], [c, 300n], [a, 200n], [b, 200n]])
  expect(tell(toParts(seen, d))).toEqual([[[[pool, token], [staking, lp], [vault, staking]], 500n]])
  expect(seen.byDepth.map(({ owned }) => owned)).toEqual([0n, 200n, 200n, 800n])
  expect(seen.meanDepth).toBe(2.5)
})

it('shares out a vault that holds half of its own shares among the others', () => {
  // 100: 50 to the vault's own shares, 30 to a, 20 to b. The 50 go round until they too lie 3 : 2 with a and b.
  const shares: [Address, bigint][] = [[vault, 5n], [a, 3n], [b, 2n]]
  const seen = through([[vault, 100n]], toOwnership(vault, token, vault, shares), toOwnership(vault, vault, vault, shares))
  expect(toOwners(seen)).toEqual([[a, 60n], [b, 40n]])
  expect(tell(toParts(seen, a))).toEqual([[[[vault, token]], 30n], [[[vault, token], [vault, vault]], 30n]])
})

it('solves two vaults that hold each other', () => {
  // Of the vault's 1,000 a has 1/4, 250, and the other vault 750. Of what comes to the other, b gets f = 1/2 + 1/2 · 3/4 · f, so f = 4/5:
  // 600, and a the other 150.
  const shares: [Address, bigint][] = [[a, 1n], [other, 3n]]
  const seen = through(
    [[vault, 1000n]],
    toOwnership(vault, token, vault, shares),
    toOwnership(vault, other, vault, shares),
    toOwnership(other, vault, other, [[b, 1n], [vault, 1n]]),
  )
  expect(toOwners(seen)).toEqual([[b, 600n], [a, 400n]])
  expect(tell(toParts(seen, a))).toEqual([[[[vault, token]], 250n], [[[vault, token], [other, vault], [vault, other]], 150n]])
  expect(seen.byDepth.map(({ owned }) => owned)).toEqual([0n, 250n, 600n, 150n])
  const between = seen.flows.filter(({ from, to }) => from && to.kind === 'contract')
  expect(between.map(({ from, amount }) => [from!.asset, amount])).toEqual([[token, 750n], [vault, 150n]])
})

it('leaves what is in a closed circle unresolved, where it came in', () => {
  const closed = [toOwnership(other, vault, other, [[vault, 4n]]), toOwnership(vault, other, vault, [[other, 9n]])]
  const seen = through([[vault, 70n], [a, 1n]], toOwnership(vault, token, vault, [[other, 9n]]), ...closed)
  expect(toOwners(seen)).toEqual([[a, 1n]])
  expect(seen.unresolved).toEqual([{ contract: other, asset: vault, source: 'test', reason: 'closedCircle', amount: 70n }])
  expect(tell(toUnresolvedParts(seen, seen.unresolved[0]!))).toEqual([[[[vault, token], [other, vault]], 70n]])
  const alone = through([[token, 5n]], toOwnership(token, token, token, [[token, 1n]]))
  expect(alone.unresolved).toMatchObject([{ contract: token, reason: 'closedCircle', amount: 5n }])
})

it('leaves a contract of which nothing could be read unresolved', () => {
  const seen = through([[pool, 7n]], toOwnership(pool, token, lp, [[a, 0n]], [['locked', 0n]]))
  expect(seen.owners).toEqual([])
  expect(seen.unresolved).toMatchObject([{ contract: pool, reason: 'unread', amount: 7n }])
  expect(seen.byDepth).toEqual([{ depth: 0, owned: 0n, unresolved: 0n }, { depth: 1, owned: 0n, unresolved: 7n }])
})

it('takes an account for the owner where nobody says for whom it holds', () => {
  // The pool's own books name the vault, and the vault tells for whom it holds LP tokens, not what others keep for it.
  const seen = through([[pool, 10n], [other, 3n]], toOwnership(pool, token, null, [[vault, 1n]]), toOwnership(vault, lp, vault, [[a, 1n]]))
  expect(toOwners(seen)).toEqual([[vault, 10n], [other, 3n]])
})

it('gives what cannot be divided to the first address, and to nobody last', () => {
  // 10 / 3: one is left. 1 / 2: an owner comes before what is locked.
  expect(toOwners(through([[pool, 10n]], toOwnership(pool, token, lp, [[c, 1n], [a, 1n], [b, 1n]])))).toEqual([[a, 4n], [b, 3n], [c, 3n]])
  expect(toOwners(through([[pool, 1n]], toOwnership(pool, token, lp, [[a, 1n]], [['locked', 1n]])))).toEqual([[a, 1n]])
})

it('tells the same parts whatever order shares are given in', () => {
  // 4 in the pool, by two contracts 2 each to the vault, which is in a circle: of what comes in a gets f = 1/2 + 1/2 · 2/3 · f, so f = 3/4,
  // 3. By each of the two 1 1/2: the unit goes to the route by the first address.
  const toSeen = (shares: [Address, bigint][]) =>
    through(
      [[pool, 4n]],
      toOwnership(pool, token, lp, shares),
      ...shares.map(([contract]) => toOwnership(contract, lp, other, [[vault, 1n]])),
      toOwnership(vault, other, vault, [[a, 1n], [pool, 1n]]),
      toOwnership(pool, vault, other, [[b, 1n], [vault, 2n]]),
    )
  const two: [Address, bigint][] = [[other, 1n], [staking, 1n]]
  for (const seen of [toSeen(two), toSeen(two.toReversed())])
    expect(toParts(seen, a).map(({ route, amount }) => [route.steps[1]!.contract, amount])).toEqual([[staking, 2n], [other, 1n]])
})

it('adds up several claims of one account before it rounds', () => {
  // 10 · 2/3 = 6 2/3 and 10 · 1/3 = 3 1/3; apart they would be 3, 3 and 4.
  const seen = through([[pool, 4n], [pool, 6n]], toOwnership(pool, token, lp, [[b, 1n], [a, 1n], [b, 1n]]))
  expect(toOwners(seen)).toEqual([[b, 7n], [a, 3n]])
})

it('tells the 200 largest routes to a contract, and the rest as one', () => {
  // Fifteen contracts with 15 each hold for fifteen others, which all hold for the vault: 225 routes of 1.
  const [first, second] = [0x100, 0x200].map((from) => Array.from({ length: 15 }, (_, i) => toAccount(from + i))) as [Address[], Address[]]
  const seen = through(
    first.map((contract) => [contract, 15n]),
    ...first.map((contract) => toOwnership(contract, token, lp, second.map((account) => [account, 1n]))),
    ...second.map((contract) => toOwnership(contract, lp, pool, [[vault, 1n]])),
    toOwnership(vault, pool, null, [[a, 1n]]),
  )
  const parts = toParts(seen, a)
  expect(parts[0]).toEqual({ route: { steps: [{ contract: vault, asset: pool, source: 'test' }], merged: true }, amount: 25n })
  expect(parts.slice(1).map(({ route, amount }) => [route.steps.length, route.merged, amount])).toEqual(Array.from({ length: 200 }, () => [3, false, 1n]))
  expect(seen.byDepth.at(-1)).toEqual({ depth: 3, owned: 225n, unresolved: 0n })
})

it('has nothing to say of a token that nobody holds', () => {
  expect(through([], toOwnership(pool, token, lp, [[a, 1n]]))).toEqual({ total: 0n, owners: [], unresolved: [], flows: [], byDepth: [], meanDepth: null })
})

it('refuses negative amounts and two answers to one question', () => {
  expect(() => through([[a, -1n]])).toThrow('has the negative amount -1')
  expect(() => through([[pool, 1n]], toOwnership(pool, token, lp, [[a, -2n]]))).toThrow(`belongs to ${a} with the negative amount -2`)
  expect(() => through([[pool, 1n]], toOwnership(pool, token, lp, [[a, 2n]], [['locked', -3n]]))).toThrow('belongs to locked with the negative amount -3')
  const twice = { ...toOwnership(pool, token, lp, [[a, 1n]]), source: 'uniswapV2Pair' }
  expect(() => through([], twice, { ...twice, source: 'erc4626' })).toThrow(/both \w+ and \w+ say to whom/)
})
