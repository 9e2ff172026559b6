import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadProposals } from '@/db/proposals'
import { saveProtocol } from '@/db/protocols'
import { loadNewestSnapshot } from '@/db/snapshots'
import type { ChainReader } from '@/lib/chain/reader'
import { loadArtifact } from '@/lib/demo/artifact'
import { toProposeArguments, toTransferAction } from '@/lib/demo/proposal'
import { protocolSchema } from '@/lib/domain/protocol'
import { day, deployer, genesis, startGovernorChain, toGovernor, type GovernorChain } from '@/tests/governorChain'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { syncAll } from './syncAll'

let setting: GovernorChain
let server: OpenTestDatabase
beforeAll(async () => void ([setting, server] = await Promise.all([startGovernorChain(), openTestDatabase()])))
afterAll(async () => {
  await setting?.stop()
  await server?.close()
})

it('reads proposals after the snapshots; a Governor that fails is said and costs nothing else', async () => {
  const { chain } = setting
  const { database } = server
  const token = chain.deploy(deployer, loadArtifact('uni'), [deployer, deployer, genesis + 10 ** 9])
  const timelock = chain.deploy(deployer, loadArtifact('uniTimelock'), [chain.nextContractAddress(deployer, 1), 2 * day])
  const alpha = chain.deploy(deployer, loadArtifact('governorAlpha'), [timelock.address, token.address])
  chain.send(deployer, token, 'delegate', [deployer])
  await chain.mine(genesis + 12)
  chain.send(deployer, alpha, 'propose', toProposeArguments([toTransferAction(token, deployer, 1n)], '# Pay'))
  for (let block = 0; block < 5; block++) await chain.mine(chain.timestamp + 12)
  const facts = { chainId: 31337, address: token.address, symbol: 'UNI', name: 'UNI', decimals: 18, firstBlock: 0 }
  const protocol = await saveProtocol(database, protocolSchema.parse({ slug: 'one', name: 'One', category: 'lending', website: 'https://example.org/', token: facts, governance: { governors: [toGovernor('governorAlpha', alpha)] } }), 0)
  const said: string[] = []
  const reporter = { say: (line: string) => said.push(line), progress: () => undefined, rest: () => undefined }
  const run = (reader: ChainReader) => syncAll({ chains: { protocols: [protocol], readers: new Map([[31337, reader]]) }, database, reporter, steps: ['sync', 'snapshot'] })

  const { reader } = setting
  const silent: ChainReader = { ...reader, readContracts: async (calls, block) => (calls.some(({ address }) => address === alpha.address) ? calls.map(() => ({ status: 'failed', reason: 'no such state' })) : reader.readContracts(calls, block)) }
  const failure = `proposals of governorAlpha: Governor ${alpha.address} does not name its timelock at block 4: no such state`
  expect(await run(silent)).toEqual([`One: ${failure}`])
  expect(said).toContain(`One: ${failure}`)
  expect((await loadNewestSnapshot(database, protocol.tokenId))?.audit?.status).toBe('passed')

  expect(await run(reader)).toEqual([])
  expect(said.filter((line) => line.includes('1 of 1 proposals of governorAlpha'))).toHaveLength(1)
  // A block each twelve seconds: it opens with block 3, and ends 40,320 blocks later, as the chain's pace lets expect.
  expect(await loadProposals(database, 'one')).toMatchObject([{ key: '1', state: 'active', title: 'Pay', opens: genesis + 3 * 12, closes: genesis + 40_323 * 12 }])
})
