import { loadAlert, loadAlerts, loadOpenCrossing, loadOpenCrossings, recordFigure, saveDelivery } from '@/db/alerts'
import type { Database } from '@/db/database'
import { loadEditionSnapshot } from '@/db/editions'
import { loadProtocol, type TrackedProtocol } from '@/db/protocols'
import { loadNewestSnapshot } from '@/db/snapshots'
import { crossingJobSchema, type Alert } from '../domain/alert'
import type { Block } from '../domain/snapshot'
import { addOnce, type Queue } from './addJobs'
import { toPlainReason } from './plainReason'
import { callWebhook } from './webhook'

/**
 * Holds a protocol's newest snapshot against its rules, and puts a call in the queue for each crossing that nobody has been told of.
 *
 * @returns what is said of it
 */
export async function checkAlerts({ protocol, database, queue }: { protocol: TrackedProtocol; database: Database; queue: Queue }): Promise<string> {
  const snapshot = await loadNewestSnapshot(database, protocol.tokenId)
  const rules = snapshot ? await loadAlerts(database, protocol.slug) : []
  for (const { id, metric, lens } of rules) {
    const result = snapshot!.measurements.find((measurement) => measurement.lens === lens)?.metrics[metric]
    if (result?.status === 'ok') await recordFigure(database, id, snapshot!.block!.number, result.value)
  }
  // Also those of earlier: who was not told because a worker ended in between is told now.
  const open = await loadOpenCrossings(database, protocol.slug)
  const calls = open.map(({ alertId, blockNumber }) => ({
    identifier: 'call',
    payload: { alert: alertId, block: blockNumber },
    jobKey: `call:${protocol.slug}:${alertId}:${blockNumber}`,
  }))
  await addOnce(queue, calls)
  return `${rules.length} rules, ${open.length} to be told`
}

/**
 * Tells the address of a rule that its threshold was crossed, unless it knows.
 *
 * @param payload of the job
 * @param now Unix seconds
 * @throws Error in plain words where nobody took the call: the queue tries again
 */
export async function tellCrossing(database: Database, payload: unknown, options: { allowsPrivate: boolean; now: number }): Promise<string> {
  const { alert: alertId, block: blockNumber } = crossingJobSchema.parse(payload)
  const [alert, crossing] = await Promise.all([loadAlert(database, alertId), loadOpenCrossing(database, alertId, blockNumber)])
  const protocol = alert && (await loadProtocol(database, alert.protocol))
  if (!alert || !crossing || !protocol) return 'nobody waits for it any more'
  const block = (await loadEditionSnapshot(database, protocol.tokenId, blockNumber))?.block
  const body = toBody(alert, protocol, { number: blockNumber, hash: block?.hash ?? null, timestamp: block?.timestamp ?? null }, crossing.value)
  try {
    await callWebhook({ url: alert.url, secret: alert.secret, id: `crossing_${alertId}_${blockNumber}`, timestamp: options.now, body }, options.allowsPrivate)
  } catch (error) {
    await saveDelivery(database, crossing, toPlainReason(error))
    throw error
  }
  await saveDelivery(database, crossing, null)
  return `told that ${alert.metric} of ${alert.protocol} is ${alert.comparison} ${alert.threshold}`
}

/** What a call says. */
export const toBody = (
  { id, metric, lens, comparison, threshold }: Alert,
  { slug, name, token }: TrackedProtocol,
  block: { [Key in keyof Block]: Block[Key] | null },
  value: number | null,
): string =>
  JSON.stringify({
    type: value === null ? 'test' : 'crossing',
    alert: id,
    protocol: slug,
    name,
    symbol: token.symbol,
    metric,
    lens,
    comparison,
    threshold,
    value,
    block_number: block.number,
    block_hash: block.hash,
    block_time: block.timestamp === null ? null : new Date(block.timestamp * 1000).toISOString().replace('.000Z', 'Z'),
    snapshot: `/api/v1/protocols/${slug}/snapshots/${block.number ?? 'latest'}`,
  })
