import { mkdir } from 'node:fs/promises'
import { z } from 'zod'
import type { Protocol } from '@/lib/domain/protocol'
import type { OnProgress } from '@/lib/pipeline/progress'
import { findAnvil, startAnvil } from './anvil'
import { storyStart } from './calendar'
import { chainId } from './chainId'
import { endOrphan, noteNode } from './orphan'
import { playStory, wholeStory, type StoryLength } from './playStory'
import { openRpc, type Rpc } from './rpc'
import { loadStory, saveStory, type SavedStory } from './savedStory'
import { toStoryVersion } from './storyVersion'

// Without a timestamp of its own a node starts at the clock's, and then takes no block of the past.
const nodeOptions = { chainId, timestamp: storyStart, gasLimit: 1e12, noMining: true, autoImpersonate: true, slotsInAnEpoch: 1 } as const

export interface DemoChainOptions {
  /** Where the played story is kept, as in '.data/demo-chain'. */
  directory: string
  /** Another anvil binary, as ANVIL_BIN names it. */
  anvilPath?: string
  /** A free one is taken where absent. */
  port?: number
  onProgress?: OnProgress
  /** A shorter story, for tests. */
  length?: StoryLength
}

export interface DemoChain {
  url: string
  chainId: number
  protocols: Protocol[]
  /** The node's process. */
  pid: number
  stop(): Promise<void>
  /** false where a story that was kept was loaded */
  played: boolean
}

/**
 * The demo chain, running: the story is played when the directory holds none of this version that is whole, else it is loaded.
 * Either way the same blocks are served, down to the last hash; the newest finalized block comes after everything that the story tells,
 * and its state can be read.
 *
 * @throws Error that says what to do, where there is no anvil or a contract package is missing
 * @example const demo = await openDemoChain({ directory: '.data/demo-chain' }); …; await demo.stop()
 */
export async function openDemoChain({ directory, anvilPath, port, onProgress, length = wholeStory }: DemoChainOptions): Promise<DemoChain> {
  const version = toStoryVersion(length, findAnvil(anvilPath))
  await mkdir(directory, { recursive: true })
  await endOrphan(directory)
  const saved = await loadStory(directory, version)
  const served = saved && (await serve(saved.story, saved.state, { directory, anvilPath, port }))
  if (served) return { ...served, played: false }

  const played = await play(directory, version, { anvilPath, length, onProgress })
  const fresh = await serve(played.story, played.state, { directory, anvilPath, port })
  if (!fresh) throw new Error(`The demo story was played, but anvil does not load the state that it wrote in ${directory}.`)
  return { ...fresh, played: true }
}

async function play(
  directory: string,
  version: string,
  { anvilPath, length, onProgress }: { anvilPath?: string; length: StoryLength; onProgress?: OnProgress },
): Promise<{ story: SavedStory; state: Buffer }> {
  const anvil = await startAnvil({ ...nodeOptions, anvilPath, pruneHistory: true })
  try {
    await noteNode(directory, anvil.pid)
    const rpc = openRpc(anvil.url)
    const { protocols, transactions, logs } = await playStory(rpc, length, onProgress)
    const dumped = z.string().parse(await rpc.call('anvil_dumpState'))
    const state = Buffer.from(dumped.slice(2), 'hex')
    return { story: await saveStory(directory, state, { version, head: await readHead(rpc), transactions, logs, protocols }), state }
  } finally {
    await anvil.stop()
  }
}

/** Starts a node with the story's state; null where the state does not load or is not the story's. */
async function serve(
  story: SavedStory,
  state: Buffer,
  { directory, anvilPath, port }: { directory: string; anvilPath?: string; port?: number },
): Promise<Omit<DemoChain, 'played'> | null> {
  const anvil = await startAnvil({ ...nodeOptions, anvilPath, port, pruneHistory: 16 })
  try {
    await noteNode(directory, anvil.pid)
    const rpc = openRpc(anvil.url)
    if (!(await loads(rpc, state)) || (await readHead(rpc)).hash !== story.head.hash) {
      await anvil.stop()
      return null
    }
    await makeFinalizedReadable(rpc)
    return { url: anvil.url, chainId, protocols: story.protocols, pid: anvil.pid, stop: anvil.stop }
  } catch (error) {
    await anvil.stop()
    throw error
  }
}

async function loads(rpc: Rpc, state: Buffer): Promise<boolean> {
  try {
    return (await rpc.call('anvil_loadState', `0x${state.toString('hex')}`)) === true
  } catch {
    return false
  }
}

const headSchema = z.object({ number: z.string(), hash: z.string(), timestamp: z.string() })

async function readHead(rpc: Rpc) {
  const { number, hash, timestamp } = headSchema.parse(await rpc.call('eth_getBlockByNumber', 'latest', false))
  return { number: Number(number), hash, timestamp: Number(timestamp) }
}

/** A loaded chain knows the state of its head alone. Three blocks more, and the finalized one, two below the head, can be read too. */
async function makeFinalizedReadable(rpc: Rpc): Promise<void> {
  const { timestamp } = await readHead(rpc)
  for (const block of [1, 2, 3]) await rpc.call('evm_mine', timestamp + 12 * block)
}
