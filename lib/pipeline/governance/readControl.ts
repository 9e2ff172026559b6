import { loadControlMap, saveControlMap } from '@/db/controlMaps'
import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import { loadNewestSnapshot } from '@/db/snapshots'
import { toControlled } from '@/lib/governance/toControlled'
import { readControlMap, type ControlReader } from '@/lib/sources/control/readControlMap'

/** A map costs some hundred questions, and keys change seldom: it is read again when it is a day old, or other contracts are to be looked at. */
const daySeconds = 86_400

/**
 * Reads who has the keys of a protocol's contracts at the block of its newest snapshot, and keeps the map.
 *
 * @returns how many accounts stand on it; null where there is no snapshot yet, or the kept map is new enough
 * @throws Error where the node answered nothing of any of the contracts: the map that was kept stays
 * @example await readControl({ protocol, reader, database }) // { contracts: 4, accounts: 17 }
 */
export async function readControl(options: { protocol: TrackedProtocol; reader: ControlReader; database: Database }): Promise<{ contracts: number; accounts: number } | null> {
  const { protocol, reader, database } = options
  const block = (await loadNewestSnapshot(database, protocol.tokenId))?.block
  if (!block?.hash) return null
  const controlled = toControlled(protocol)
  const kept = await loadControlMap(database, protocol.slug)
  const isSame = kept && controlled.every(({ address, name }, place) => kept.map.roots[place]?.address === address && kept.map.roots[place].name === name)
  if (isSame && block.timestamp - kept.block.timestamp < daySeconds && block.number >= kept.block.number) return null
  const { token, wrappers, governance } = protocol
  const firstBlocks = new Map([token, ...wrappers, ...governance.votes, ...governance.governors].map(({ address, firstBlock }) => [address, firstBlock]))
  const map = await readControlMap(reader, controlled, governance.governors.map(({ address }) => address), block.number, firstBlocks)
  const roots = new Set(map.roots.map(({ address }) => address))
  const reasons = map.nodes.filter(({ address }) => roots.has(address)).map(({ gaps }) => gaps.find(({ reason }) => reason === 'noAnswer'))
  if (reasons.every((gap) => gap !== undefined))
    throw new Error(`who has the keys of ${protocol.name} could not be read at block ${block.number}: ${reasons[0]?.detail ?? 'the node did not answer'}`)
  await saveControlMap(database, protocol.slug, { block: { ...block, hash: block.hash }, map })
  return { contracts: map.roots.length, accounts: map.nodes.length }
}
