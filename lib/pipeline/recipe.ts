import { sha256, stringToHex } from 'viem'
import type { Label } from '../domain/label'
import { metrics } from '../metrics/registry'
import { lenses, toExcludedRoles } from '../ownership/lenses'

/**
 * What the figures of a ledger's day are made with, beside the balances: the accounts that each lens leaves out, and which metrics there
 * are. Days whose recipe is another are stale. Names, sources and dates of labels change no figure and are no part of it.
 *
 * @returns 16 hexadecimal digits
 * @example toRecipe(labels) // 'c1a7…'
 */
export function toRecipe(labels: readonly Label[]): string {
  const left = lenses.map((lens) => [lens.id, [...toExcludedRoles(labels, lens)].map(([account, role]) => `${account} ${role}`).sort()])
  return sha256(stringToHex(JSON.stringify([left, metrics.map(({ id }) => id)]))).slice(2, 18)
}
