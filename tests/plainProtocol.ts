import type { Database } from '@/db/database'
import { loadProtocol, saveProtocol } from '@/db/protocols'
import { saveSnapshot } from '@/db/snapshots'
import type { Address } from '@/lib/domain/address'
import type { Label } from '@/lib/domain/label'
import { protocolSchema } from '@/lib/domain/protocol'
import { toPlainSight } from '@/lib/ownership/throughLens'
import { toMeasurements } from '@/lib/pipeline/toMeasurements'

const toAddress = (index: number): Address => `0x${index.toString(16).padStart(40, '0')}`

/** A protocol that has a list of holders and nothing else. */
export interface PlainProtocol {
  slug: string
  name: string
  /** Of its token's address */
  index: number
  demo?: boolean
  /** Largest first, in smallest units; without any it has no snapshot */
  held: readonly (readonly [Address, bigint])[]
  labels?: readonly Label[]
}

/** Saves a protocol with a snapshot of every address, none looked through. */
export async function fillPlainProtocol(database: Database, { slug, name, index, demo = false, held, labels = [] }: PlainProtocol): Promise<void> {
  const token = { chainId: 7, address: toAddress(index), symbol: `T${index}`, name: `${name} token`, decimals: 0, firstBlock: 0 }
  await saveProtocol(database, protocolSchema.parse({ slug, name, category: 'exchange', website: 'https://example.org/', demo, token, labels }), index)
  if (held.length === 0) return
  const { tokenId, ...outlook } = (await loadProtocol(database, slug))!
  const holders = held.map(([account, amount]) => ({ account, amount }))
  const supply = holders.reduce((sum, { amount }) => sum + amount, 0n)
  const block = { number: 100, hash: `0x${'1'.repeat(64)}` as const, timestamp: 1_775_044_800 }
  await saveSnapshot(database, tokenId, {
    origin: 'chain', day: '2026-04-01', block, supply, population: 'complete', gaps: [], audit: null, file: null, measurements: toMeasurements(toPlainSight(holders, outlook.labels), { curve: false }),
  }, { holders, outlook })
}
