import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deployer, startTokenChain, toAccount, type TokenChain } from '../tokenChain'
import { bundleSyncChild } from './bundledChild'
import { startEditedProvider, type EditedProvider } from './editedProvider'
import { followInOwnDatabase, loadLedgerRows } from './ledgerRows'

const kills = 50
let childFile: string
let chain: TokenChain
let provider: EditedProvider

beforeAll(async () => {
  chain = await startTokenChain()
  for (let block = 0; block < 100; block += 1) {
    for (let each = 0; each < 3; each += 1) await chain.call(deployer, chain.token, 'transfer', [toAccount((block * 7 + each * 13) % 40), BigInt(block + each + 1)])
    await chain.mine()
  }
  await chain.mine(3)
  childFile = await bundleSyncChild()
  provider = await startEditedProvider(chain.anvil.url, (_, result) => result, 15)
})
afterAll(async () => {
  provider?.close()
  await chain?.stop()
})

/** Runs a sync in a process of its own and kills it, without warning, so long after it began: how long it took, or null where it was killed. */
async function syncFor(databaseUrl: string, milliseconds: number): Promise<number | null> {
  const child = spawn(process.execPath, [childFile, databaseUrl, provider.url], { stdio: ['ignore', 'ignore', 'pipe'] })
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>
  let began = 0
  child.stderr.once('data', () => {
    began = performance.now()
    setTimeout(() => child.kill('SIGKILL'), milliseconds)
  })
  const [code, signal] = await exited
  expect([code, signal]).toEqual(code === 0 ? [0, null] : [null, 'SIGKILL'])
  return code === 0 ? performance.now() - began : null
}

it(`${kills} times kill -9, each at another moment of a sync: what is resumed ends with the rows of an undisturbed one`, async () => {
  const undisturbed = await followInOwnDatabase(chain.protocol)
  const whole = (await syncFor(undisturbed.url, 1e6))!
  const expected = await loadLedgerRows(undisturbed.database)
  expect(expected.changes.length).toBeGreaterThan(250)
  await undisturbed.drop()
  let state = 2026
  // Linear congruential (Numerical Recipes): the same moments in the same order.
  const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
  let [killed, inMidst] = [0, 0]
  const killAndResume = async () => {
    while (killed < kills) {
      const followed = await followInOwnDatabase(chain.protocol)
      while (killed < kills && (await syncFor(followed.url, random() * whole)) === null) {
        killed += 1
        const [cursor] = (await loadLedgerRows(followed.database)).cursor
        if (cursor && cursor.transfers !== expected.cursor[0]!.transfers) inMidst += 1
      }
      await syncFor(followed.url, 1e6)
      expect(await loadLedgerRows(followed.database)).toEqual(expected)
      await followed.drop()
    }
  }
  // Two ledgers side by side: much of the time goes into starting processes.
  await Promise.all([killAndResume(), killAndResume()])
  expect(killed).toBeGreaterThanOrEqual(kills)
  // Not all before the first piece or after the last.
  expect(inMidst).toBeGreaterThan(5)
})
