import { encodeFunctionData, getContractAddress, keccak256, toBytes } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadArtifact } from '@/lib/demo/artifact'
import { openAaveMarket } from '@/tests/aaveMarket'
import { openAaveV2Market } from '@/tests/aaveV2Market'
import { openCompoundMarket } from '@/tests/compoundMarket'
import { act } from '@/tests/contracts'
import { deployClone, deployCode, deployFamilies } from '@/tests/familyContracts'
import { deployer, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { openChainReader, type ChainReader } from '../../chain/reader'
import type { Address } from '../../domain/address'
import { reserveDataAbi } from '../aaveToken'
import { uniswapV2Pair } from './families/uniswapV2Pair'
import { uniswapV3Pool } from './families/uniswapV3Pool'
import { canDelegate, proxySlots } from './proxies'
import { recognise } from './recognise'
import { recognisers } from './registry'

let chain: TokenChain
let reader: ChainReader
let known: Awaited<ReturnType<typeof deployFamilies>>
let block: number

const catchUp = async () => (block = Number(await chain.rpc.call('eth_blockNumber')))

beforeAll(async () => {
  chain = await startTokenChain()
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
  known = await deployFamilies(chain)
  await catchUp()
})
afterAll(() => chain?.stop())

const recogniseOne = async (address: Address) => (await recognise(reader, [address], block)).recognised[0]!

describe('families', () => {
  it('each is recognised on its real bytecode, all asked together', async () => {
    const { proxies: _, v3Factory: __, singleton: ___, ...contracts } = known
    const { recognised, gaps } = await recognise(reader, [chain.pair, ...Object.values(contracts)], block)
    expect(recognised.filter(({ evidence }) => evidence !== 'answers').map(({ address, evidence }) => [address, evidence])).toEqual([
      [chain.pair, 'confirmed'],
      [known.v3Pool, 'confirmed'],
    ])
    expect(gaps).toEqual([])
    const found = Object.fromEntries(recognised.map(({ address, kind, role, name, family, assets }) => [address, { kind, role, name, family, assets }]))
    const contract = { kind: 'contract', role: null, family: null, assets: [] as Address[] }
    const [token0, token1] = [chain.token, chain.other].sort() as [Address, Address]
    const pool = { ...contract, role: 'pool', assets: [token0, token1] }
    expect(found).toEqual({
      [chain.pair]: { ...pool, name: 'pair of the Uniswap v2 kind', family: 'uniswapV2Pair' },
      [known.v3Pool]: { ...pool, name: 'pool of the Uniswap v3 kind (0.3 %)', family: 'uniswapV3Pool' },
      [known.safe]: { ...contract, kind: 'multisig', name: 'Safe (2 of 3)' },
      [known.vault]: { ...contract, role: 'vault', name: 'ERC-4626 vault', family: 'erc4626Vault', assets: [chain.token] },
      [known.voteEscrow]: { ...contract, role: 'voteEscrow', name: 'vote escrow', family: 'voteEscrow', assets: [chain.token] },
      [known.stakingRewards]: { ...contract, role: 'staking', name: 'staking rewards', family: 'stakingRewards', assets: [chain.token, chain.other] },
      [known.governor]: { ...contract, name: 'governor' },
      [known.governorAlpha]: { ...contract, name: 'governor' },
      [known.governorBravo]: { ...contract, name: 'governor' },
      [known.timelock]: { ...contract, role: 'timelock', name: 'timelock' },
      [known.compTimelock]: { ...contract, role: 'timelock', name: 'timelock' },
      [known.vestingWallet]: { ...contract, role: 'vesting', name: 'vesting wallet', family: 'vesting' },
      [known.vester]: { ...contract, role: 'vesting', name: 'treasury vester', family: 'vesting' },
      [known.distributor]: { ...contract, role: 'distributor', name: 'Merkle distributor', family: 'merkleDistributor', assets: [chain.token] },
    })
  })

  it('says what answered what, and at which block', async () => {
    expect((await recogniseOne(known.safe)).fact).toBe(`getThreshold() = 2, getOwners() = 3 accounts; at block ${block}`)
    expect((await recogniseOne(known.timelock)).fact).toBe(`getMinDelay() = 172800, isOperation(0x0) = false; at block ${block}`)
    expect((await recogniseOne(known.stakingRewards)).contracts).toEqual({ stakingToken: chain.token, rewardsToken: chain.other })
  })

  it('a cToken by its comptroller, and not where that does not list it', async () => {
    const { cToken, oracle } = await openCompoundMarket(chain)
    await catchUp()
    expect(await recogniseOne(cToken)).toMatchObject({ role: 'lendingMarket', name: 'Compound v2 cToken', family: 'compoundToken', assets: [chain.token] })
    expect(await recogniseOne(oracle)).toMatchObject({ role: null, family: null })
  })

  it('an aToken by its pool, and not its debt token', async () => {
    const { aToken, pool, implementation } = await openAaveMarket(chain, toAccount(99))
    await catchUp()
    expect(await recogniseOne(aToken)).toMatchObject({
      ...{ role: 'lendingMarket', name: 'Aave v3 aToken', family: 'aaveToken', assets: [chain.token], contracts: { pool } },
      proxy: { standard: 'eip1967', implementation, beacon: null, admin: null },
    })
    const debt = await reader.readContracts([{ address: pool, abi: reserveDataAbi, functionName: 'getReserveData', args: [chain.token] }], block)
    const { variableDebtTokenAddress } = (debt[0] as { value: { variableDebtTokenAddress: string } }).value
    expect(await recogniseOne(variableDebtTokenAddress.toLowerCase() as Address)).toMatchObject({ role: null, family: null, name: 'contract' })
  })

  it('an aToken of Aave v2', async () => {
    const { aToken } = await openAaveV2Market(chain, toAccount(99))
    await catchUp()
    expect(await recogniseOne(aToken)).toMatchObject({ name: 'Aave v2 aToken', family: 'aaveToken', evidence: 'confirmed', assets: [chain.token], contracts: {} })
  })

  // The oldest USDC/WETH pair and the 0.05 % pool of Ethereum, as Uniswap's interface and every explorer list them.
  it('what a factory known by its address confirms has that one’s name', () => {
    const [usdc, weth] = ['0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48', '0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2']
    const pair = '0xb4e16d0168e52d35cacd2c6185b44281ec28c9dc' as const
    const said = [usdc, weth, '0x5c69bee701ef814a2b6a3edd4b1652cb9cc5aa6f', [1n, 2n, 3]]
    expect(uniswapV2Pair.examine(said, pair, 1)!.conclude([pair])).toMatchObject({ name: 'Uniswap v2 pair', evidence: 'known' })
    expect(uniswapV2Pair.examine(said, pair, 10)!.conclude([pair])).toMatchObject({ name: 'pair of the Uniswap v2 kind', evidence: 'confirmed' })
    const pool = '0x88e6a0c2ddd26feeb64f039a2c41296fcb3f5640' as const
    const answers = [usdc, weth, 500, '0x1f98431c8ad98523631ae4a59f267346ea31f984', [0n, 0, 0, 0, 0, 0, true], 1n]
    expect(uniswapV3Pool.examine(answers, pool, 1)!.conclude([pool])).toMatchObject({ name: 'Uniswap v3 pool (0.05 %)', evidence: 'known' })
    expect(uniswapV3Pool.examine(answers, pool, 1)!.conclude([pair])).toBeNull()
  })
})

describe('proxies', () => {
  it('the slots are those of EIP-1967', () => {
    for (const [name, slot] of Object.entries(proxySlots)) expect(BigInt(slot)).toBe(BigInt(keccak256(toBytes(`eip1967.proxy.${name}`))) - 1n)
  })
  it('of each kind name whose code they run', async () => {
    const { clone, erc1967, transparent, beacon, upgradeableBeacon } = known.proxies
    const { recognised } = await recognise(reader, [clone, erc1967, transparent, beacon, chain.token], block)
    // OpenZeppelin's transparent proxy creates its admin itself: the first contract of its own.
    const admin = getContractAddress({ from: transparent, nonce: 1n }).toLowerCase()
    const none = { beacon: null, admin: null }
    expect(recognised.map(({ proxy }) => proxy)).toEqual([
      { standard: 'eip1167', implementation: chain.token, ...none },
      { standard: 'eip1967', implementation: chain.token, ...none },
      { standard: 'eip1967', implementation: chain.token, beacon: null, admin },
      { standard: 'eip1967Beacon', implementation: chain.token, beacon: upgradeableBeacon, admin: null },
      null,
    ])
    expect(recognised[0]!.fact).toContain(`a proxy (EIP-1167) of ${chain.token}`)
    expect(recognised[3]!.fact).toContain(`named by the beacon ${upgradeableBeacon}`)
  })
  it('without a DELEGATECALL there is none; the data of a PUSH are no instructions', () => {
    // 0x73 pushes the 20 bytes that follow, 0x5f pushes nothing from the code.
    expect(canDelegate(`0x73${'f4'.repeat(20)}00`)).toBe(false)
    expect(canDelegate(`0x73${'f4'.repeat(20)}f4`)).toBe(true)
    expect(canDelegate('0x5ff4')).toBe(true)
    expect(canDelegate('0x7ff4')).toBe(false)
  })
  it('a clone is what its implementation makes of it: that of a Safe has no owners and is none', async () => {
    expect(await recogniseOne(await deployClone(chain, known.singleton).finally(catchUp))).toMatchObject({ kind: 'contract', name: 'contract' })
  })
})

describe('what is no contract of any family', () => {
  it('claims nothing of an address without code, nor of a key that borrows some', async () => {
    expect(await recogniseOne(toAccount(1))).toMatchObject({ kind: 'unknown', role: null, name: 'not a contract', fact: `no code; at block ${block}`, proxy: null })
    await chain.rpc.call('anvil_setCode', toAccount(50), `0xef0100${known.safe.slice(2)}`)
    await chain.mine()
    await catchUp()
    const borrower = await recogniseOne(toAccount(50))
    expect(borrower).toMatchObject({ kind: 'unknown', role: null, name: 'not a contract' })
    expect(borrower.fact).toContain('EIP-7702')
  })

  it('one that reverts on everything, one that uses up all gas, and three that answer nonsense; and none hides another', async () => {
    const reverts = await deployCode(chain, '60006000fd')
    // invalid: takes all the gas that it was given
    const bomb = await deployCode(chain, 'fe')
    // 0x20 · 32 bytes of 0x01, of 0xff, and of its own address as the first of 64 words
    const ones = await deployCode(chain, '60016000526104006000f3')
    const full = await deployCode(chain, `7f${'ff'.repeat(32)}6000526104006000f3`)
    const itself = await deployCode(chain, '3060005230602052306040526108006000f3')
    await catchUp()
    const { recognised, gaps } = await recognise(reader, [bomb, known.safe, reverts, bomb, ones, known.vault, full, itself, chain.pair, known.v3Pool], block)
    expect(gaps).toEqual([])
    expect(recognised.map(({ address, name, family }) => [address, name, family])).toEqual([
      [bomb, 'contract', null],
      [known.safe, 'Safe (2 of 3)', null],
      [reverts, 'contract', null],
      [ones, 'contract that answers everything', null],
      [known.vault, 'ERC-4626 vault', 'erc4626Vault'],
      [full, 'contract that answers everything', null],
      [itself, 'contract that answers everything', null],
      [chain.pair, 'pair of the Uniswap v2 kind', 'uniswapV2Pair'],
      [known.v3Pool, 'pool of the Uniswap v3 kind (0.3 %)', 'uniswapV3Pool'],
    ])
    expect(recognised[0]!.fact).toBe(`code that left no gas for an answer; at block ${block}`)
    expect(recognised[2]!.fact).toBe(`code of 5 bytes that answers as no known family; at block ${block}`)
  })

  it('a pair that no factory made: real code, real answers, and nobody confirms', async () => {
    const { abi } = loadArtifact('v2Pair')
    const liar = await chain.deploy(loadArtifact('v2Pair'), [])
    await act(chain, deployer, liar, encodeFunctionData({ abi, functionName: 'initialize', args: [chain.token, chain.other] }))
    await catchUp()
    expect(await recogniseOne(liar)).toMatchObject({ name: 'contract', role: null, family: null })
  })

  it('says that it does not know where the node does not answer', async () => {
    const deaf: ChainReader = { ...reader, readContracts: async (calls) => calls.map(() => ({ status: 'failed', reason: 'the line is dead' })) }
    const { recognised, gaps } = await recognise(deaf, [known.safe], block)
    expect(recognised[0]).toMatchObject({ kind: 'contract', family: null, fact: `code whose answers could not be read; at block ${block}` })
    expect(gaps).toEqual([{ subject: `what ${known.safe} is`, reason: 'the line is dead' }])
    const blind: ChainReader = { ...reader, readCodes: async (addresses) => addresses.map(() => ({ status: 'failed', reason: 'no such state' })) }
    expect(await recognise(blind, [known.safe], block)).toEqual({ recognised: [], gaps: [{ subject: `code of ${known.safe}`, reason: 'no such state' }] })
  })

  it('any answer of any form is only "not that"', () => {
    const answers = [undefined, null, '', '<script>', '0x', -1n, 2n ** 256n, NaN, [], {}, [['0x']], `0x${'f'.repeat(40)}`, Symbol('odd'), () => 1]
    for (const recogniser of recognisers)
      for (const answer of answers) {
        const examined = recogniser.examine(recogniser.questions.map(() => answer), chain.token, 1)
        for (const confirmation of answers) expect(() => examined?.conclude([confirmation])).not.toThrow()
      }
  })
})
