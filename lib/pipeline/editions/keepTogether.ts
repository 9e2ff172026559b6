import type { Database } from '@/db/database'
import { loadProtocols } from '@/db/protocols'
import { loadNewestSnapshot } from '@/db/snapshots'
import { loadGoingOn } from '@/db/status'
import { allProtocols } from '../../publish/charts'
import type { KeptValue } from '../../publish/keptParts'
import { loadCompetition } from '../competition/loadCompetition'
import { loadFindings } from '../findings/loadFindings'
import { loadWork } from '../loadWork'
import { readParts, type PartsReading } from '../partsReading'
import { loadSuperusers } from '../superusers/loadSuperusers'
import { dailyLenses, keepPart } from './keepPart'
import { loadOverview } from './loadOverview'
import { loadKeptDay } from './partsToKeep'

/**
 * Keeps once a day what is of all protocols together, under the UTC day of the newest snapshot: protocols of several chains share no block, and each row says
 * its own. The first time it waits until each protocol has come so far that its own parts are kept; not for one whose ledger cannot be read.
 *
 * @param options.isInterrupted errors that end all of it at once
 */
export async function keepTogether(database: Database, { isInterrupted }: { isInterrupted: (error: unknown) => boolean }): Promise<PartsReading> {
  const [protocols, goingOn] = [await loadProtocols(database), await loadGoingOn(database)]
  const days: string[] = []
  for (const { slug, tokenId } of protocols) {
    const [snapshot, kept] = [await loadNewestSnapshot(database, tokenId), await loadKeptDay(database, slug)]
    if (snapshot) days.push(snapshot.day)
    if (kept === null && goingOn.has(slug)) return { said: [], failures: [] }
  }
  const day = days.sort().at(-1)
  if (day === undefined) return { said: [], failures: [] }
  const made: Readonly<Record<string, () => Promise<KeptValue>>> = {
    ...Object.fromEntries(dailyLenses.map(({ id }) => [`overview-${id}`, async () => ({ overview: await loadOverview(database, id) })])),
    competition: async () => ({ competition: await loadCompetition(database) }),
    superusers: async () => ({ superusers: await loadSuperusers(database) }),
    findings: async () => ({ findings: await loadFindings(database) }),
    work: async () => ({ work: await loadWork(database) }),
  }
  const mark = { day, block: null, labelVersion: null }
  return readParts(Object.entries(made).map(([name, make]) => () => keepPart(database, allProtocols, { name, mark, make })), isInterrupted)
}
