import { concat, encodeFunctionData, pad } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ann, bob, carl, deployer, startSourceChain, type SourceChain } from '@/tests/sourceChain'
import { loadArtifact } from '@/lib/demo/artifact'
import type { Contract } from '@/lib/demo/storyChain'
import { addressSchema, zeroAddress } from '@/lib/domain/address'
import { readSafeOwners } from './safe'

let world: SourceChain
beforeAll(async () => void (world = await startSourceChain()))
afterAll(() => world?.stop())

async function openSafe(): Promise<Contract> {
  const { chain } = world
  const singleton = chain.deploy(deployer, loadArtifact('safe'))
  const factory = chain.deploy(deployer, loadArtifact('safeProxyFactory'))
  await chain.mine(chain.timestamp + 12)
  const setup = [[ann, bob, carl], 2n, zeroAddress, '0x', zeroAddress, zeroAddress, 0n, zeroAddress] as const
  const creation = [singleton.address, encodeFunctionData({ abi: singleton.abi, functionName: 'setup', args: setup }), 1n]
  const address = addressSchema.parse(await chain.read(factory, 'createProxyWithNonce', creation))
  chain.send(deployer, factory, 'createProxyWithNonce', creation)
  await chain.mine(chain.timestamp + 12)
  return { name: 'safe', address, abi: singleton.abi }
}

it('reads who controls a Safe, at the block that is asked for', async () => {
  const { chain, reader } = world
  const safe = await openSafe()
  const before = chain.blockNumber
  // Only the Safe itself may change its owners, when two of them have approved. The newest owner then stands first in its list.
  const addition = encodeFunctionData({ abi: safe.abi, functionName: 'addOwnerWithThreshold', args: [deployer, 3n] })
  const order = [safe.address, 0n, addition, 0, 0n, 0n, 0n, zeroAddress, zeroAddress]
  const hash = await chain.read(safe, 'getTransactionHash', [...order, 0n])
  for (const owner of [ann, bob]) chain.send(owner, safe, 'approveHash', [hash])
  const signatures = concat([ann, bob].map((owner) => concat([pad(owner), pad('0x'), '0x01'])))
  await chain.mine(chain.timestamp + 12)
  chain.send(carl, safe, 'execTransaction', [...order, signatures])
  await chain.mine(chain.timestamp + 12)
  expect(await readSafeOwners(reader, safe.address, before)).toEqual({ safe: { owners: [ann, bob, carl], threshold: 2 }, gaps: [] })
  expect(await readSafeOwners(reader, safe.address, chain.blockNumber)).toEqual({ safe: { owners: [deployer, ann, bob, carl], threshold: 3 }, gaps: [] })
})

it('says that a token is no Safe', async () => {
  const { chain, reader, token } = world
  expect(await readSafeOwners(reader, token.address, chain.blockNumber)).toEqual({
    safe: null,
    gaps: [{ subject: `owners of the Safe ${token.address}`, reason: expect.stringContaining('getOwners') }],
  })
})

it.each([
  ['nobody', [], 1n, /Too small/],
  ['one owner twice', [ann, ann], 1n, /not accounts of their own/],
  ['the zero address', [zeroAddress], 1n, /not accounts of their own/],
  ['a threshold that nobody can meet', [ann, bob], 3n, /more owners must agree than there are/],
  ['no threshold', [ann], 0n, /Too small/],
])('believes no contract that answers with %s', async (_, owners, threshold, reason) => {
  const reader = { readContracts: async () => [owners, threshold].map((value) => ({ status: 'ok', value }) as const) }
  expect(await readSafeOwners(reader, ann, 1)).toEqual({ safe: null, gaps: [{ subject: `owners of the Safe ${ann}`, reason: expect.stringMatching(reason) }] })
})
