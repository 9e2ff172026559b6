import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { isBeyond, type Alert } from '@/lib/domain/alert'
import type { Database } from './database'
import { alerts, crossings } from './schema'

const columns = {
  id: alerts.id,
  protocol: alerts.protocol,
  metric: alerts.metric,
  lens: alerts.lens,
  comparison: alerts.comparison,
  threshold: alerts.threshold,
  url: alerts.url,
  secret: alerts.secret,
}

/** Keeps a rule. It has seen nothing yet: the first snapshot that it sees is where it begins. */
export async function saveAlert({ db }: Database, alert: Omit<Alert, 'id'>): Promise<number> {
  const [row] = await db.insert(alerts).values(alert).returning({ id: alerts.id })
  return row!.id
}

/** @returns whether there was such a rule */
export async function removeAlert({ db }: Database, id: number): Promise<boolean> {
  return (await db.delete(alerts).where(eq(alerts.id, id)).returning({ id: alerts.id })).length > 0
}

/** Every rule, or those of one protocol. */
export const loadAlerts = ({ db }: Database, protocol?: string): Promise<Alert[]> =>
  db.select(columns).from(alerts).where(protocol === undefined ? undefined : eq(alerts.protocol, protocol)).orderBy(asc(alerts.id))

/** One rule, or null. */
export async function loadAlert({ db }: Database, id: number): Promise<Alert | null> {
  const [row] = await db.select(columns).from(alerts).where(eq(alerts.id, id))
  return row ?? null
}

/**
 * Lets a rule look at the figure of a snapshot: whoever looks first, of any number at once, keeps the crossing, and nobody looks at a
 * snapshot twice or at an older one.
 *
 * @returns whether the figure has just gone beyond the threshold
 */
export async function recordFigure({ db }: Database, alertId: number, blockNumber: number, value: number): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [rule] = await tx.select().from(alerts).where(eq(alerts.id, alertId)).for('update')
    if (!rule || (rule.checkedBlock ?? -1) >= blockNumber) return false
    const beyond = isBeyond(value, rule.comparison, rule.threshold)
    await tx.update(alerts).set({ isBeyond: beyond, checkedBlock: blockNumber }).where(eq(alerts.id, alertId))
    if (!beyond || rule.isBeyond !== false) return false
    await tx.insert(crossings).values({ alertId, blockNumber, value }).onConflictDoNothing()
    return true
  })
}

/** A crossing whose call nobody has taken yet. */
export interface OpenCrossing {
  alertId: number
  blockNumber: number
  value: number
}

/** Crossings of a protocol of the last day whose calls were not taken. */
export const loadOpenCrossings = ({ db }: Database, protocol: string): Promise<OpenCrossing[]> =>
  db
    .select({ alertId: crossings.alertId, blockNumber: crossings.blockNumber, value: crossings.value })
    .from(crossings)
    .innerJoin(alerts, eq(alerts.id, crossings.alertId))
    .where(and(eq(alerts.protocol, protocol), isNull(crossings.deliveredAt), gt(crossings.crossedAt, sql`now() - interval '1 day'`)))
    .orderBy(asc(crossings.blockNumber))

/** A crossing that is to be told; null where it was told already, or its rule is gone. */
export async function loadOpenCrossing({ db }: Database, alertId: number, blockNumber: number): Promise<OpenCrossing | null> {
  const [row] = await db
    .select({ alertId: crossings.alertId, blockNumber: crossings.blockNumber, value: crossings.value })
    .from(crossings)
    .where(and(eq(crossings.alertId, alertId), eq(crossings.blockNumber, blockNumber), isNull(crossings.deliveredAt)))
  return row ?? null
}

/** Keeps what became of a call: taken, or why not. */
export async function saveDelivery({ db }: Database, { alertId, blockNumber }: OpenCrossing, error: string | null): Promise<void> {
  await db
    .update(crossings)
    .set(error === null ? { deliveredAt: sql`now()`, error: null } : { error })
    .where(and(eq(crossings.alertId, alertId), eq(crossings.blockNumber, blockNumber)))
}
