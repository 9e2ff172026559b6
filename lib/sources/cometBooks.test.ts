import { keccak256, toBytes } from 'viem'
import { describe, expect, it } from 'vitest'
import { toWrapper } from '@/tests/sourceChain'
import { toHoldings } from '@/tests/toHoldings'
import { toAccount } from '@/tests/tokenChain'
import type { Log } from '../chain/log'
import type { Address } from '../domain/address'
import { comet } from './comet'
import { foldComet, toCometTopics } from './cometBooks'

const [market, base, uni, link, ann, bob, carl] = [11, 12, 13, 14, 1, 2, 3].map(toAccount) as [Address, Address, Address, Address, Address, Address, Address]
const nobody = `0x${'0'.repeat(40)}` as Address
const wrapperOf = (...assets: Address[]) => toWrapper('comet', { address: market, assets, contracts: { baseToken: base } })

const collateral = ['AbsorbCollateral(address,address,address,uint256,uint256)', ...['SupplyCollateral', 'TransferCollateral', 'WithdrawCollateral'].map((name) => `${name}(address,address,address,uint256)`)]
const lent = ['AbsorbDebt(address,address,uint256,uint256)', 'Transfer(address,address,uint256)']
const hash = (signature: string) => keccak256(toBytes(signature))

/** Logs as the market writes them, one a block: accounts and tokens indexed, then amounts. */
const toLogs = (...events: [name: string, indexed: Address[], ...amounts: bigint[]][]): Log[] =>
  events.map(([name, indexed, ...amounts], blockNumber) => ({
    address: market, blockNumber, logIndex: 0, blockHash: `0x${'d'.repeat(64)}`,
    topics: [hash([...collateral, ...lent].find((signature) => signature.startsWith(`${name}(`))!), ...indexed.map((address) => `0x${address.slice(2).padStart(64, '0')}` as const)],
    data: `0x${amounts.map((amount) => amount.toString(16).padStart(64, '0')).join('')}`,
  }))

describe('the logs of a Compound v3 market', () => {
  it('are those that tell of the assets that the wrapper names, and no more', () => {
    const hashes = (signatures: readonly string[]) => signatures.map(hash).sort()
    expect([...toCometTopics(wrapperOf(uni))].sort()).toEqual(hashes(collateral))
    expect([...toCometTopics(wrapperOf(base))].sort()).toEqual(hashes(lent))
    expect([...toCometTopics(wrapperOf(uni, base))].sort()).toEqual(hashes([...collateral, ...lent]))
  })

  it('tell everybody’s collateral', () => {
    // Ann pays 50 for Bob and 8 for herself; Bob hands 20 to Carl, takes 5 back to Ann's wallet and loses the other 25. Link is another book.
    const logs = toLogs(
      ['SupplyCollateral', [ann, bob, uni], 50n], ['SupplyCollateral', [ann, ann, uni], 8n], ['SupplyCollateral', [ann, bob, link], 7n],
      ['TransferCollateral', [bob, carl, uni], 20n], ['WithdrawCollateral', [bob, ann, uni], 5n], ['AbsorbCollateral', [ann, bob, uni], 25n, 99n],
    )
    const books = foldComet({ wrapper: wrapperOf(uni), logs }).collateral
    expect(books.get(uni)).toEqual(new Map([[bob, 0n], [ann, 8n], [carl, 20n]]))
    expect(books.get(link)).toEqual(new Map([[bob, 7n]]))
    // Of the 60 UNI that lie there 28 belong to the two, 25 were absorbed and 7 came without a word.
    const ownerships = comet.toOwnerships({ wrapper: wrapperOf(uni), logs, ...toHoldings(() => [{ account: market, amount: 60n }]), answers: null })
    expect(ownerships).toEqual([
      { contract: market, asset: uni, source: 'comet', shares: null, claims: [{ account: ann, amount: 8n }, { account: carl, amount: 20n }], unresolved: [{ reason: 'reserves', amount: 32n }] },
    ])
  })

  it('are not gone on with where one is missing or has another form', () => {
    const fold = (logs: Log[]) => () => foldComet({ wrapper: wrapperOf(uni, base), logs })
    expect(fold(toLogs(['SupplyCollateral', [ann, ann, uni], 8n], ['WithdrawCollateral', [ann, ann, uni], 9n]))).toThrow(`log 0 of block 1 of ${market}: ${ann} would have less than nothing of ${uni}: logs before it are missing`)
    expect(fold(toLogs(['SupplyCollateral', [ann, ann], 8n]))).toThrow('is no SupplyCollateral')
    expect(fold(toLogs(['AbsorbDebt', [ann, bob], 8n]))).toThrow('is no AbsorbDebt')
    expect(fold(toLogs(['Transfer', [ann], 8n]))).toThrow('is no Transfer')
  })

  it('name who may have lent something: also whom only an absorption names', () => {
    const logs = toLogs(['Transfer', [nobody, ann], 9n], ['AbsorbDebt', [ann, carl], 5n, 5n], ['Transfer', [ann, nobody], 10n], ['Transfer', [nobody, bob], 4n])
    expect(foldComet({ wrapper: wrapperOf(base), logs }).lent).toEqual(new Map([[ann, -1n], [carl, 0n], [bob, 4n]]))
  })
})

describe('what a Compound v3 market lends', () => {
  const at = (answers: unknown, logs: Log[] = []) => comet.toOwnerships({ wrapper: wrapperOf(base), logs, ...toHoldings(() => [{ account: market, amount: 3n }]), answers })
  /** Parts of 1. */
  const partsOf = (answers: unknown) => {
    const [{ claims, unresolved }] = at(answers) as [ReturnType<typeof at>[number]]
    const whole = [...claims, ...unresolved].reduce((sum, { amount }) => sum + amount, 0n)
    return Object.fromEntries([...claims.map(({ account, amount }) => [account, Number(amount) / Number(whole)]), ...unresolved.map(({ reason, amount }) => [reason, Number(amount) / Number(whole)])])
  }

  it('belongs to lenders and reserves, by what the market says', () => {
    // A principal is worth 2: 400, 300 and 99 are 800, 600 and 198, and one of 800 was lost to rounding. With reserves of 400 all is 2000.
    const principals = { [ann]: '400', [bob]: '300', [carl]: '99' }
    expect(partsOf({ principals, totalPrincipal: '800', totalSupply: '1600', reserves: '400' })).toEqual({ [ann]: 0.4, [bob]: 0.3, [carl]: 0.099, reserves: 0.201 })
    expect(partsOf({ principals: { [ann]: '400', [bob]: '400' }, totalPrincipal: '800', totalSupply: '1600', reserves: '0' })).toEqual({ [ann]: 0.5, [bob]: 0.5 })
    // What the market lent to itself is the protocol's.
    expect(partsOf({ principals: { [ann]: '600', [market]: '200' }, totalPrincipal: '800', totalSupply: '1600', reserves: '0' })).toEqual({ [ann]: 0.75, reserves: 0.25 })
    expect(partsOf({ principals: {}, totalPrincipal: '0', totalSupply: '0', reserves: '3' })).toEqual({ reserves: 1 })
    expect(at({ principals: {}, totalPrincipal: '0', totalSupply: '0', reserves: '0' })).toEqual([])
  })

  it('belongs to lenders as their logs say where nothing was asked, and to nobody known where there is none', () => {
    const logs = toLogs(['Transfer', [nobody, ann], 9n], ['Transfer', [nobody, bob], 4n], ['Transfer', [ann, nobody], 10n])
    expect(at(null, logs)).toMatchObject([{ claims: [{ account: bob, amount: 4n }], unresolved: [] }])
    expect(at(null)).toMatchObject([{ claims: [], unresolved: [{ reason: 'reserves', amount: 3n }] }])
  })

  it('is asked for only where the wrapper holds it', async () => {
    const input = { wrapper: wrapperOf(uni), logs: [], ...toHoldings(() => []) }
    expect(await comet.read!(input, undefined as never, 1)).toEqual({ answers: null, gaps: [] })
    expect(comet.toOwnerships({ ...input, answers: null })).toEqual([])
  })
})
