import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ann, bob, deployer, startSourceChain, sumOf, toWrapper, type SourceChain } from '@/tests/sourceChain'
import type { ChainReader } from '@/lib/chain/reader'
import { loadArtifact, toArtifact } from '@/lib/demo/artifact'
import { findPackageFile } from '@/lib/demo/packageFile'
import type { Contract } from '@/lib/demo/storyChain'
import type { Address } from '@/lib/domain/address'
import { vesting } from './vesting'

let world: SourceChain
beforeAll(async () => void (world = await startSourceChain()))
afterAll(() => world?.stop())

/** Contracts that the demo's story does without. */
const loadPublished = (packageName: string, file: string) =>
  toArtifact(file, JSON.parse(readFileSync(findPackageFile(packageName, file)!, 'utf8')), `${packageName}/${file}`)
const wrapperOf = ({ address }: Contract) => toWrapper('vesting', { address, assets: [world.token.address] })

/** What the source says, having made sure that all the contract holds is in it. */
async function read(contract: Contract) {
  const ownerships = await world.readOwnerships(vesting, wrapperOf(contract))
  expect(ownerships.reduce((sum, ownership) => sum + sumOf(ownership), 0n)).toBe(await world.readBalance(world.token, contract.address))
  return ownerships.map(({ claims, unresolved }) => ({ claims, unresolved }))
}
const toParts = (account: Address, releasable: bigint, unvested: bigint) => ({
  claims: releasable > 0n ? [{ account, amount: releasable }] : [],
  unresolved: unvested > 0n ? [{ reason: 'unvested', amount: unvested }] : [],
})

describe('OpenZeppelin’s VestingWallet', () => {
  // 10,000 over 1,000 seconds: 10 a second.
  const open = async () => {
    const { chain, token } = world
    const start = chain.timestamp + 1000
    const wallet = chain.deploy(deployer, loadArtifact('vestingWallet'), [ann, start, 1000])
    chain.send(deployer, token, 'transfer', [wallet.address, 10_000n])
    await chain.mine(start - 500)
    return { chain, wallet, start }
  }

  it('belongs to its beneficiary as far as it may be released', async () => {
    const { chain, wallet, start } = await open()
    expect(await read(wallet)).toEqual([toParts(ann, 0n, 10_000n)])
    chain.send(ann, wallet, 'release', [world.token.address])
    await chain.mine(start + 250)
    // 2,500 vested and fetched in the same block.
    expect(await read(wallet)).toEqual([toParts(ann, 0n, 7_500n)])
    await chain.mine(start + 400)
    // 4,000 vested, 2,500 of them fetched.
    expect(await read(wallet)).toEqual([toParts(ann, 1_500n, 6_000n)])
    chain.send(ann, wallet, 'transferOwnership', [bob])
    await chain.mine(start + 600)
    expect(await read(wallet)).toEqual([toParts(bob, 3_500n, 4_000n)])
    await chain.mine(start + 1000)
    expect(await read(wallet)).toEqual([toParts(bob, 7_500n, 0n)])
    chain.send(bob, wallet, 'release', [world.token.address])
    await chain.mine(start + 1012)
    expect(await read(wallet)).toEqual([])
  })

  it('is locked for ever when its owner gives it up', async () => {
    const { chain, wallet, start } = await open()
    chain.send(ann, wallet, 'renounceOwnership')
    await chain.mine(start + 400)
    expect(await read(wallet)).toEqual([{ claims: [], unresolved: [{ reason: 'locked', amount: 10_000n }] }])
  })

  it('counts as not vested where it was not asked', async () => {
    const { chain, wallet, start } = await open()
    await chain.mine(start + 400)
    const input = await world.toInput(vesting, wrapperOf(wallet))
    expect(vesting.toOwnerships({ ...input, answers: null })).toMatchObject([toParts(ann, 0n, 10_000n)])
  })
})

it('belongs to the beneficiary, not the owner, where a wallet has both', async () => {
  const { chain, token } = world
  const start = chain.timestamp + 1000
  // Ocean's copy of the wallet as it was before OpenZeppelin 5: 10 a second again. Whoever deployed it owns it.
  const artifact = loadPublished('@oceanprotocol/contracts', 'artifacts/contracts/df/VestingWalletLinear.sol/VestingWalletLinear.json')
  const wallet = chain.deploy(deployer, artifact, [ann, start, 1000])
  chain.send(deployer, token, 'transfer', [wallet.address, 10_000n])
  await chain.mine(start - 500)
  expect(await chain.read(wallet, 'owner')).toMatch(new RegExp(deployer, 'i'))
  chain.send(deployer, wallet, 'changeBeneficiary', [bob])
  await chain.mine(start + 400)
  expect(await read(wallet)).toEqual([toParts(bob, 4_000n, 6_000n)])
})

describe('Uniswap’s TreasuryVester', () => {
  it('belongs to its recipient as far as it may be claimed', async () => {
    const { chain, token } = world
    const begin = chain.timestamp + 1000
    // 10,000 over 1,000 seconds, nothing before second 200.
    const terms = [token.address, ann, 10_000n, begin, begin + 200, begin + 1000]
    const vester = chain.deploy(deployer, loadPublished('@uniswap/governance', 'build/TreasuryVester.json'), terms)
    chain.send(deployer, token, 'transfer', [vester.address, 10_000n])
    await chain.mine(begin - 500)
    await chain.mine(begin + 188)
    expect(await read(vester)).toEqual([toParts(ann, 0n, 10_000n)])
    await chain.mine(begin + 200)
    expect(await read(vester)).toEqual([toParts(ann, 2_000n, 8_000n)])
    await chain.mine(begin + 300)
    expect(await read(vester)).toEqual([toParts(ann, 3_000n, 7_000n)])
    chain.send(bob, vester, 'claim')
    chain.send(ann, vester, 'setRecipient', [bob])
    await chain.mine(begin + 312)
    // 3,120 went to ann. From then on it counts anew: 188 seconds later 1,880 of the 6,880 left.
    expect(await read(vester)).toEqual([toParts(bob, 0n, 6_880n)])
    chain.send(deployer, token, 'transfer', [vester.address, 5n])
    await chain.mine(begin + 500)
    // Whatever else was sent there goes out with the last claim.
    expect(await read(vester)).toEqual([toParts(bob, 1_880n, 5_005n)])
    await chain.mine(begin + 1000)
    expect(await read(vester)).toEqual([toParts(bob, 6_885n, 0n)])
  })
})

describe('what could not be read', () => {
  const ask = (reader: Pick<ChainReader, 'readContracts' | 'readBlock'>) => {
    const { token, chain } = world
    return vesting.read!({ wrapper: wrapperOf(token), logs: [], balances: () => [], balanceOf: () => 0n }, reader, chain.blockNumber)
  }

  it('is a gap where the contract is neither wallet nor vester', async () => {
    expect(await ask(world.reader)).toEqual({
      answers: null,
      gaps: [{ subject: `vesting schedule of ${world.token.address}`, reason: expect.stringMatching(/^no beneficiary, no vested, no released: .*reverted/) }],
    })
  })

  it('is a gap where a schedule ends before it begins', async () => {
    const readContracts: ChainReader['readContracts'] = async (calls) =>
      calls.map(({ functionName }) => ({ status: 'ok', value: functionName === 'recipient' ? ann : functionName === 'vestingBegin' ? 9n : 8n }))
    const { answers, gaps } = await ask({ ...world.reader, readContracts })
    expect(answers).toBeNull()
    expect(gaps).toEqual([{ subject: `vesting schedule of ${world.token.address}`, reason: 'its end is not after its begin' }])
  })
})
