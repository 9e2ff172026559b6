import { sha256, stringToHex } from 'viem'
import type { Outlook } from '../domain/outlook'
import { toRepresentatives } from './ownership/representatives'
import { metrics } from '../metrics/registry'
import { lenses } from '../ownership/lenses'
import { toExcludedRoles } from '../ownership/throughLens'

/**
 * What the figures of a ledger's day are made with, beside the balances: the accounts that each lens leaves out, who
 * belongs together, which contracts are looked through, and which metrics there are. Days whose recipe is another are stale. Names, sources and dates of labels change no figure and are no part of it.
 *
 * @returns 16 hexadecimal digits
 * @example toRecipe(uniswap) // 'c1a7…'
 */
export function toRecipe({ labels, wrappers }: Outlook): string {
  const left = lenses.filter(({ daily }) => daily).map((lens) => [lens.id, [...toExcludedRoles(labels, lens)].map(([account, role]) => `${account} ${role}`).sort()])
  const merged = [...toRepresentatives(labels)].map((pair) => pair.join(' ')).sort()
  const through = wrappers.map(({ source, address }) => `${source} ${address}`).sort()
  return sha256(stringToHex(JSON.stringify([left, merged, through, metrics.map(({ id }) => id)]))).slice(2, 18)
}
