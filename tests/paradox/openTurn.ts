import { openChainReader } from '@/lib/chain/reader'
import { follow } from '@/lib/commands/follow'
import { syncAll } from '@/lib/commands/syncAll'
import type { StoryTurn } from '@/lib/domain/environment'
import { loadFindings } from '@/lib/pipeline/findings/loadFindings'
import { openTestDatabase } from '../openTestDatabase'
import { openPlayedStory } from '../playedStory'
import { readStory } from './plainStory'
import { tellByHand } from './tellByHand'

/** Three years, as rules of claims want months and decisions; and a hundred holders in every one of them: 300 people are enough. */
const length = { seed: 'lorenz', people: 300, days: 1096 }

/** A turn of the story, played, read by Lorenz into a database of its own, and beside it the chain for whoever reads it without Lorenz. */
export async function openTurn(turn: StoryTurn) {
  const [demo, server] = await Promise.all([openPlayedStory({ ...length, turn }), openTestDatabase()])
  const { database } = server
  const readers = new Map([[demo.chainId, await openChainReader({ chainId: demo.chainId, urls: [demo.url] })]])
  const reporter = { say: () => undefined, progress: () => undefined, rest: () => undefined }
  const failures = await syncAll({ chains: { protocols: await follow(database, demo.protocols), readers }, database, reporter, steps: ['sync', 'snapshot'] })
  const { wrappedEther, dollars, dollarPool } = demo.protocols[0]!.money
  const plain = await readStory(demo.url, demo.protocols)
  return {
    failures,
    protocols: demo.protocols,
    plain,
    byHand: await tellByHand(plain, { wrappedEther: wrappedEther!, dollars, dollarPool: dollarPool!.address }),
    findings: await loadFindings(database),
    close: async () => {
      await demo.stop()
      await server.close()
    },
  }
}
export type Turn = Awaited<ReturnType<typeof openTurn>>
