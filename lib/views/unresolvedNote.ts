import { toRatio } from '@/lib/domain/amount'
import { unresolvedReasons, type UnresolvedReason } from '@/lib/domain/contractOwnership'
import type { Lens } from '@/lib/domain/lens'
import type { Measurement } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import { formatNumber } from './format'

/** So many reasons are named in a sentence. */
const named = 2

const words = {
  en: {
    unresolved: (share: string, reasons: string) => `For ${share} of the supply no owner could be named, and they count nowhere: ${reasons}.`,
    others: (count: number) => (count === 1 ? 'one other reason' : `${count} other reasons`),
  },
  de: {
    unresolved: (share: string, reasons: string) => `Für ${share} der Gesamtmenge ließ sich kein Eigentümer nennen, sie zählen nirgends mit: ${reasons}.`,
    others: (count: number) => (count === 1 ? 'ein weiterer Grund' : `${count} weitere Gründe`),
  },
} as const

/**
 * How much of the supply a lens that looks through contracts could hand on to nobody, and why; null where it is nothing.
 *
 * @example unresolvedNote(toLens('raw-owners'), { lens: 'raw-owners', denominator: 9n, excluded: [{ role: 'locked', accounts: 1, amount: 1n }], … }, 'en')
 * // 'For 10.0% of the supply no owner could be named, and they count nowhere: locked for ever (10.0%).'
 */
export function unresolvedNote({ looksThrough, ofSupply }: Pick<Lens, 'looksThrough' | 'ofSupply'>, { excluded, denominator }: Pick<Measurement, 'excluded' | 'denominator'>, locale: Locale): string | null {
  if (!looksThrough) return null
  const parts = toUnresolvedByReason(excluded)
  const sum = toUnresolvedAmount(excluded)
  if (sum === 0n) return null
  const supply = ofSupply ? denominator : excluded.reduce((all, { amount }) => all + amount, denominator)
  const share = (amount: bigint) => formatNumber(toRatio(amount, supply), 'share', locale)
  const shown = parts.length === named + 1 ? parts : parts.slice(0, named)
  const reasons = shown.map(({ reason, amount }) => `${unresolvedReasons[reason][locale]} (${share(amount)})`)
  const rest = parts.length - shown.length
  return words[locale].unresolved(share(sum), [...reasons, ...(rest > 0 ? [words[locale].others(rest)] : [])].join(', '))
}

/**
 * What a lens could hand on to nobody, smallest units.
 *
 * @example toUnresolvedAmount([{ role: 'locked', accounts: 1, amount: 1n }, { role: 'treasury', accounts: 1, amount: 5n }]) // 1n
 */
export const toUnresolvedAmount = (excluded: Measurement['excluded']): bigint => toUnresolvedByReason(excluded).reduce((all, { amount }) => all + amount, 0n)

function toUnresolvedByReason(excluded: Measurement['excluded']): { reason: UnresolvedReason; amount: bigint }[] {
  return excluded
    .flatMap(({ role, amount }) => (role in unresolvedReasons && amount > 0n ? [{ reason: role as UnresolvedReason, amount }] : []))
    .sort((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : a.reason < b.reason ? -1 : 1))
}
