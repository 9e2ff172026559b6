import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '@/db/database'
import { loadCursor } from '@/db/ledger'
import { forgetChain, loadProtocols, type TrackedProtocol } from '@/db/protocols'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import { toLedgers } from '@/lib/pipeline/ledger'
import { follow } from './follow'
import type { ChainQuestion, OpenChains } from './openChains'
import { loadRun } from './runFile'

/** Opens the demo chain: the one that a running `lorenz start` keeps open, or one of our own. */
export async function openDemo({ environment, database, reporter }: ChainQuestion): Promise<OpenChains> {
  const run = await loadRun(environment.dataDirectory)
  if (run?.demoChain) {
    const { demoChain } = run
    const reader = await openChainReader({ chainId: demoChain.chainId, urls: [demoChain.url] })
    const protocols = (await loadProtocols(database)).filter(({ token }) => token.chainId === demoChain.chainId)
    return { protocols, readers: new Map([[reader.chainId, reader]]), demoChain, close: async () => undefined }
  }
  const [{ openDemoChain }, { wholeStory }] = await Promise.all([import('@/lib/demo/openDemoChain'), import('@/lib/demo/playStory')])
  const directory = join(environment.dataDirectory, 'demo')
  await mkdir(directory, { recursive: true })
  const { chainId, url, protocols, stop } = await openDemoChain({
    directory,
    anvilPath: environment.anvilPath ?? undefined,
    length: { ...wholeStory, turn: environment.demoStory },
    onProgress: reporter.progress,
  })
  try {
    const reader = await openChainReader({ chainId, urls: [url] })
    await forgetOtherStory(database, reader)
    return { protocols: await follow(database, protocols), readers: new Map([[chainId, reader]]), demoChain: { chainId, url }, close: stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A story that was played anew is another chain under the same number: what was read from the earlier one goes. */
async function forgetOtherStory(database: Database, reader: ChainReader): Promise<void> {
  const followed = (await loadProtocols(database)).filter(({ token }) => token.chainId === reader.chainId)
  for (const protocol of followed) {
    if (!(await isSameChain(database, reader, protocol))) return forgetChain(database, reader.chainId)
  }
}

async function isSameChain(database: Database, reader: ChainReader, protocol: TrackedProtocol): Promise<boolean> {
  for (const { tokenId } of toLedgers(protocol)) {
    const cursor = await loadCursor(database.db, tokenId)
    if (cursor === null) continue
    const block = await reader.readBlock(cursor.block.number).catch(() => null)
    if (block?.hash !== cursor.block.hash) return false
  }
  return true
}
