import { sha256, stringToHex } from 'viem'
import { toHolderGroup } from '../domain/holderGroup'
import type { Outlook } from '../domain/outlook'
import { toRepresentatives } from './ownership/representatives'
import { metrics } from '../metrics/registry'
import { lenses } from '../ownership/lenses'
import { toExcludedRoles } from '../ownership/throughLens'

/**
 * What a ledger's day is made with, beside the balances: the accounts that each lens leaves out, who belongs together, which contracts are looked
 * through, and which metrics there are; and in a second part, because no figure hangs on it, in which group each labelled account is. Days whose
 * recipe is another are stale. Names, sources and dates of labels change nothing and are no part of it.
 *
 * @returns 16 hexadecimal digits for the figures, and after a '-' 8 for who held by role
 * @example toRecipe(uniswap) // 'c1a7…-5e0b…'
 */
export function toRecipe(outlook: Outlook): string {
  const { labels, wrappers } = outlook
  const left = lenses.filter(({ daily }) => daily).map((lens) => [lens.id, [...toExcludedRoles(labels, lens)].map(([account, role]) => `${account} ${role}`).sort()])
  const merged = [...toRepresentatives(outlook)].map((pair) => pair.join(' ')).sort()
  const through = wrappers.map(({ source, address, otherSide }) => `${source} ${address}${otherSide ? ` ${otherSide.chainId}:${otherSide.token}` : ''}`).sort()
  const figures = toDigits([left, merged, through, metrics.map(({ id }) => id)])
  const groups = toDigits([...new Map(labels.map((label) => [label.address, toHolderGroup(label)]))].map((pair) => pair.join(' ')).sort())
  return `${figures.slice(0, 16)}-${groups.slice(0, 8)}`
}

/**
 * Whether a day's figures are those of a recipe, whatever is said of roles that change no figure.
 *
 * @example hasFiguresOf('c1a7…-0000', 'c1a7…-5e0b') // true
 */
export const hasFiguresOf = (made: string | null, recipe: string): boolean => made !== null && made.split('-')[0] === recipe.split('-')[0]

const toDigits = (parts: unknown): string => sha256(stringToHex(JSON.stringify(parts))).slice(2)
