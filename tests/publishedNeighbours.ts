import type { Database } from '@/db/database'
import type { Address } from '@/lib/domain/address'
import { fillPlainProtocol } from './plainProtocol'
import { fillParticipation } from './publishedParticipation'
import { fillKeys, hostileAccount } from './publishedProtocol'
import { fillRival, rivals } from './publishedRivals'

/** Two neighbours, without which nobody can be large in several protocols. */
export const neighbours = ['neighbour-one', 'neighbour-two'] as const

/** All that is drawn of several protocols together: what is drawn of several needs several of which it is known. */
export async function fillNeighbours(database: Database): Promise<void> {
  const other: Address = `0x${'f'.repeat(40)}`
  for (const [place, slug] of neighbours.entries()) {
    const index = 0xd0 + place
    await fillPlainProtocol(database, { slug, name: `=${slug}`, index, demo: true, held: [[hostileAccount, 9n], [other, 1n]] })
    await Promise.all([fillParticipation(database, slug), fillKeys(database, slug)])
    // Thirty months, of which something can be told between protocols.
    await fillRival(database, slug, index, rivals[place]!)
  }
}
