import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openDemoChain } from './openDemoChain'
import { openRpc } from './rpc'

const length = { seed: 'a short story', people: 60, days: 30 }
const directory = mkdtempSync(path.join(tmpdir(), 'lorenz-demo-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** Opens the chain, and says what it is. */
async function open() {
  const demo = await openDemoChain({ directory, length })
  try {
    const rpc = openRpc(demo.url)
    const blocks = await rpc.batch([['eth_getBlockByNumber', 'latest', false], ['eth_getBlockByNumber', 'finalized', false]])
    const [latest, finalized] = blocks as { number: string; hash: string }[]
    // totalSupply() at the finalized block: a chain that was loaded must still know that block's state.
    const supply = await rpc.call('eth_call', { to: demo.protocols[0]!.token.address, data: '0x18160ddd' }, 'finalized')
    return { played: demo.played, latest, finalized, supply, protocols: demo.protocols }
  } finally {
    await demo.stop()
  }
}

const stateFiles = () => readdirSync(directory).filter((file) => file.startsWith('state-'))

test('plays once, loads the same chain then, and plays the same again when the state is damaged', { timeout: 600_000 }, async () => {
  const first = await open()
  expect(first.played).toBe(true)
  expect(Number(first.latest!.number) - Number(first.finalized!.number)).toBe(2)
  expect(BigInt(first.supply as string)).toBe(10n ** 27n)

  expect(await open()).toEqual({ ...first, played: false })

  const [state] = stateFiles()
  truncateSync(path.join(directory, state!), 100_000)
  // The second play: same seed, same last hash.
  expect(await open()).toEqual(first)
  expect(stateFiles()).toHaveLength(1)

  const manifest = path.join(directory, 'story.json')
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"version": "[0-9a-f]+"/, '"version": "another"'))
  expect(await open()).toEqual(first)

  writeFileSync(manifest, '{"version":')
  expect((await open()).played).toBe(true)
})
