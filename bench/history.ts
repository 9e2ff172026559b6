import { toRunningMeasurements } from '@/lib/pipeline/runningMeasurements'
import { lenses } from '@/lib/ownership/lenses'
import { toPlainSight } from '@/lib/ownership/throughLens'
import { toMeasurements } from '@/lib/pipeline/toMeasurements'
import type { Address } from '@/lib/domain/address'
import type { Label } from '@/lib/domain/label'
import { toBenchAddress, toTransferHistory } from './transferHistory'

export const benchLabels: Label[] = [0, 7, 30].map((account) => ({
  address: toBenchAddress(account),
  kind: 'contract',
  role: account === 7 ? 'burn' : 'treasury',
  name: 'bench',
  source: 'bench',
  asOf: '2026-01-01',
}))

/** So many days, spread over all, are also sorted and measured as a single snapshot is, and must be the same to the last bit. */
const compared = 20

/**
 * `npm run -s bench -- history`: every day of a generated history, all metrics under every lens, against sorting each day anew.
 * Generating it is no part of the time.
 */
export async function benchHistory({ transfers, holders, days }: { transfers: number; holders: number; days: number }) {
  const held = new Map<Address, bigint>()
  const running = toRunningMeasurements(held, benchLabels)
  const addresses: Address[] = []
  const times: number[] = []
  let sortedMs = 0
  let differing = 0
  for (const { day, rows } of toTransferHistory({ transfers, days, holders })) {
    const changes = new Map<Address, bigint>()
    for (const { account, balance } of rows) changes.set((addresses[account] ??= toBenchAddress(account)), balance)
    const began = performance.now()
    running.change(changes)
    const measurements = running.measure()
    times.push(performance.now() - began)
    for (const [account, balance] of changes) held.set(account, balance)
    if ((day + 1) % Math.ceil(days / compared) !== 0) continue
    const claims = [...held].flatMap(([account, amount]) => (amount > 0n ? [{ account, amount }] : []))
    const sorting = performance.now()
    const sorted = toMeasurements(toPlainSight(claims, benchLabels), { curve: false, under: lenses.filter(({ daily }) => daily) })
    sortedMs += performance.now() - sorting
    if (JSON.stringify(sorted, toText) !== JSON.stringify(measurements, toText)) differing++
  }
  const fullSeconds = times.reduce((a, b) => a + b, 0) / 1000
  const sortingSeconds = (sortedMs / compared / 1000) * days
  return {
    transfers,
    days,
    holders: [...held.values()].filter((balance) => balance > 0n).length,
    fullSeconds: round(fullSeconds),
    oneMoreDayMs: round(times.slice(-50).sort((a, b) => a - b)[25]!),
    slowestDayMs: round(Math.max(...times)),
    sortingSeconds: round(sortingSeconds),
    sortingOverMerging: round(sortingSeconds / fullSeconds),
    differingDays: differing,
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

const toText = (_: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)

const round = (value: number) => Math.round(value * 100) / 100
