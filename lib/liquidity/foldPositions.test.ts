import type { TokenPair } from '../domain/pool'
import { describe, expect, it } from 'vitest'
import { zeroAddress, type Address } from '../domain/address'
import { foldPositions, type PoolBooks } from './foldPositions'
import type { PoolEvent } from './poolEvent'

const [manager, ann, bob, vault] = ['1', 'a', 'b', 'c'].map((digit) => `0x${digit.repeat(40)}` as Address) as [Address, Address, Address, Address]
const range = { tickLower: -60, tickUpper: 60 }
type Said = PoolEvent extends infer Event ? (Event extends PoolEvent ? Omit<Event, 'blockNumber' | 'logIndex'> : never) : never
const at = (blockNumber: number, logIndex: number, event: Said) => ({ blockNumber, logIndex, ...event }) as PoolEvent
const mint = (owner: Address, liquidity: bigint, amounts: TokenPair, sender = owner): Said => ({ kind: 'mint', sender, owner, liquidity, amounts, ...range })
const increase = (tokenId: bigint, liquidity: bigint, amounts: TokenPair): Said => ({ kind: 'increase', tokenId, liquidity, amounts })
const transfer = (tokenId: bigint, from: Address, to: Address): Said => ({ kind: 'transfer', tokenId, from, to })
const empty = (): PoolBooks => ({ price: null, positions: new Map() })
const fold = (events: readonly PoolEvent[], owner: Address | null = manager) => foldPositions(empty(), events, owner).positions

/** A new NFT of this pool, as the manager writes it: Mint, Transfer, IncreaseLiquidity. */
const opened = (blockNumber: number, tokenId: bigint, owner: Address, liquidity = 100n, amounts: TokenPair = [3n, 4n]) => [
  at(blockNumber, 5, mint(manager, liquidity, amounts)),
  at(blockNumber, 6, transfer(tokenId, zeroAddress, owner)),
  at(blockNumber, 7, increase(tokenId, liquidity, amounts)),
]

describe('NFTs of a manager that serves several pools', () => {
  it('are of this pool where Mint, Transfer and IncreaseLiquidity stand in a row', () => {
    expect([...fold(opened(1, 5n, ann)).values()]).toEqual([
      { tokenId: 5n, owner: ann, ...range, liquidity: 100n, deposited: [3n, 4n], withdrawn: [0n, 0n], collected: [0n, 0n] },
    ])
  })

  it('of another pool are left out, with the same liquidity and amounts in the same block, and all that happens to them later', () => {
    const foreign = [
      // The other pool's Mint is log 8: it is not among this pool's logs.
      at(1, 9, transfer(6n, zeroAddress, bob)),
      at(1, 10, increase(6n, 100n, [3n, 4n])),
      at(2, 1, transfer(6n, bob, ann)),
      at(3, 1, { kind: 'decrease', tokenId: 6n, liquidity: 100n, amounts: [3n, 4n] }),
      at(3, 2, { kind: 'payout', tokenId: 6n, amounts: [3n, 4n] }),
    ]
    expect([...fold([...opened(1, 5n, ann), ...foreign]).keys()]).toEqual(['5'])
  })

  it('grow where IncreaseLiquidity is the next log, shrink, are paid out and change hands', () => {
    const positions = fold([
      ...opened(1, 5n, ann),
      at(2, 0, mint(manager, 50n, [1n, 2n])),
      at(2, 1, increase(5n, 50n, [1n, 2n])),
      at(3, 0, { kind: 'burn', owner: manager, liquidity: 30n, amounts: [1n, 1n], ...range }),
      at(3, 1, { kind: 'decrease', tokenId: 5n, liquidity: 30n, amounts: [1n, 1n] }),
      at(4, 0, { kind: 'collect', owner: manager, amounts: [1n, 2n], ...range }),
      at(4, 1, { kind: 'payout', tokenId: 5n, amounts: [1n, 2n] }),
      at(5, 0, transfer(5n, ann, bob)),
    ])
    // 100 + 50 − 30 = 120 of liquidity; (3, 4) + (1, 2) = (4, 6) went in.
    expect([...positions.values()]).toEqual([
      { tokenId: 5n, owner: bob, ...range, liquidity: 120n, deposited: [4n, 6n], withdrawn: [1n, 1n], collected: [1n, 2n] },
    ])
  })

  const broken: [string, PoolEvent[]][] = [
    ['a log of somebody else between', [at(2, 0, mint(manager, 50n, [1n, 2n])), at(2, 2, increase(5n, 50n, [1n, 2n]))]],
    ['the next block', [at(2, 0, mint(manager, 50n, [1n, 2n])), at(3, 1, increase(5n, 50n, [1n, 2n]))]],
    ['other liquidity', [at(2, 0, mint(manager, 50n, [1n, 2n])), at(2, 1, increase(5n, 51n, [1n, 2n]))]],
    ['other amounts', [at(2, 0, mint(manager, 50n, [1n, 2n])), at(2, 1, increase(5n, 50n, [2n, 1n]))]],
    ['an NFT of another pool', [at(2, 0, mint(manager, 50n, [1n, 2n])), at(2, 1, increase(9n, 50n, [1n, 2n]))]],
    ['a Transfer of another new NFT between', [at(2, 0, mint(manager, 50n, [1n, 2n])), at(2, 1, transfer(8n, zeroAddress, bob)), at(2, 2, increase(5n, 50n, [1n, 2n]))]],
    ['a sender who only names the manager', [at(2, 0, mint(manager, 50n, [1n, 2n], vault)), at(2, 1, increase(5n, 50n, [1n, 2n]))]],
    ['nothing', [at(2, 0, mint(manager, 50n, [1n, 2n]))]],
  ]
  it.each(broken)('do not grow by a Mint with %s behind it: it stays under the manager’s own name', (_, events) => {
    const positions = fold([...opened(1, 5n, ann), ...events])
    expect(positions.get('5')).toMatchObject({ owner: ann, liquidity: 100n })
    expect(positions.get(`${manager}/-60/60`)).toMatchObject({ tokenId: null, owner: manager, liquidity: 50n })
    expect(positions.size).toBe(2)
  })
})

describe('positions in the pool’s own books', () => {
  const events = [
    at(1, 0, mint(vault, 10n, [5n, 5n], ann)),
    at(2, 0, mint(vault, 20n, [9n, 9n], bob)),
    at(3, 0, { kind: 'burn', owner: vault, liquidity: 30n, amounts: [13n, 13n], ...range }),
    at(4, 0, { kind: 'collect', owner: vault, amounts: [2n, 13n], ...range }),
  ]
  it('belong to their owner, whoever paid for them', () => {
    expect([...fold(events).values()]).toEqual([
      { tokenId: null, owner: vault, ...range, liquidity: 0n, deposited: [14n, 14n], withdrawn: [13n, 13n], collected: [2n, 13n] },
    ])
  })
  it('are all there is without a manager', () => {
    expect([...fold(opened(1, 5n, ann), null).keys()]).toEqual([`${manager}/-60/60`])
  })
})

describe('foldPositions', () => {
  it('takes the price from the last that was said', () => {
    const prices = [at(1, 0, { kind: 'price', sqrtPrice: 2n ** 96n, tick: 0 }), at(2, 0, { kind: 'price', sqrtPrice: 2n ** 97n, tick: 13863 })]
    expect(foldPositions(empty(), prices, manager).price).toEqual({ sqrtPrice: 2n ** 97n, tick: 13863 })
    expect(foldPositions(empty(), [], manager).price).toBeNull()
  })
  it('comes to the same in pieces of whole blocks', () => {
    const [first, second] = [opened(1, 5n, ann), [...opened(2, 6n, bob), at(3, 0, transfer(5n, ann, bob))]]
    const pieces = foldPositions(foldPositions(empty(), first, manager), second, manager)
    expect(pieces.positions).toEqual(fold([...first, ...second]))
  })
})
