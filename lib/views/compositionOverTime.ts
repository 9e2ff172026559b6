import { toRatio } from '@/lib/domain/amount'
import type { ChartSpec, Series } from '@/lib/domain/chartSpec'
import { holderGroups, type CompositionDay, type HolderGroup } from '@/lib/domain/holderGroup'
import type { Lens } from '@/lib/domain/lens'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from './day'
import { toDayPoints, toDrawnDays } from './drawnDays'
import { formatDate, formatNumber } from './format'

/** So many groups have a layer of their own; more could not be told apart without colour. */
const mostLayers = 5
/** Every layer is drawn with both of its edges, so that a point costs many times what it costs a line. */
const mostDays = 150
/** So many are named in the sentence. */
const told = 3

const words = {
  en: {
    title: (name: string) => `Who holds ${name}, by role, over time`,
    y: 'Share of what is held',
    rest: 'all others',
    lens: (lens: string, denominator: string) => `Lens: ${lens}. Shares are taken of each day’s ${denominator}.`,
    labels: 'On every day the roles are those known on the last.',
    weekly: 'One point a week; every day stands in the CSV file.',
    together: (names: string) => `All others: ${names}. The CSV file has each of them.`,
    from: (first: string, last: string, moves: string) => `From ${first} to ${last}: ${moves}.`,
    move: (name: string, before: string, after: string) => `${name} from ${before} to ${after}`,
    on: (day: string, parts: string) => `On ${day}: ${parts}.`,
    none: 'There is no history yet.',
  },
  de: {
    title: (name: string) => `Wer ${name} hält, nach Rolle, im Lauf der Zeit`,
    y: 'Anteil am Bestand',
    rest: 'alle anderen',
    lens: (lens: string, denominator: string) => `Sicht: ${lens}. Bezugsgröße der Anteile: ${denominator} des jeweiligen Tages.`,
    labels: 'An jedem Tag gelten die Rollen, die am letzten bekannt waren.',
    weekly: 'Ein Punkt je Woche; die CSV-Datei enthält jeden Tag.',
    together: (names: string) => `Alle anderen: ${names}. Die CSV-Datei führt sie einzeln auf.`,
    from: (first: string, last: string, moves: string) => `Vom ${first} bis zum ${last}: ${moves}.`,
    move: (name: string, before: string, after: string) => `${name} von ${before} auf ${after}`,
    on: (day: string, parts: string) => `Am ${day}: ${parts}.`,
    none: 'Es gibt noch keinen Verlauf.',
  },
} as const

/**
 * Who holds by role, day by day, as layers that add up to everything: the group with most over all days at the foot, the small ones together
 * on top. A day that is missing, or on which nobody held anything, is a gap.
 *
 * @param history one entry a day, oldest first; a group that a day does not name held nothing on it
 * @example compositionOverTime(history, 'UNI', toLens('raw'), 'en').sentence
 * // 'From 1 Jan 2024 to 1 Apr 2026: treasury from 60.0% to 43.0%, other accounts from 21.4% to 35.2%.'
 */
export function compositionOverTime(history: readonly CompositionDay[], name: string, lens: Pick<Lens, 'name' | 'denominator'>, locale: Locale): ChartSpec {
  const word = words[locale]
  const drawn = toDrawnDays(history, mostDays)
  const groups = toGroupsBySize(drawn.days)
  // One alone is named rather than called the rest.
  const own = groups.length <= mostLayers + 1 ? groups : groups.slice(0, mostLayers)
  const rest = groups.slice(own.length)
  const layer = (id: string, label: string, members: readonly HolderGroup[]): Series => ({
    id, label, shape: 'area', emphasis: 'main', points: toDayPoints(drawn, (day) => shareOf(day, members)),
  })
  const together = rest.map((group) => holderGroups[group][locale]).join(', ')
  return {
    id: 'compositionOverTime',
    title: word.title(name),
    sentence: toSentence(drawn.days, own, locale),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: word.y, scale: 'linear', format: 'share', domain: [0, 1] },
    stacked: true,
    series: [...own.map((group) => layer(group, holderGroups[group][locale], [group])), ...(rest.length > 0 ? [layer('rest', word.rest, rest)] : [])],
    notes: [
      word.lens(lens.name[locale], lens.denominator[locale]),
      word.labels,
      ...(rest.length > 0 ? [word.together(together)] : []),
      ...(drawn.step === 1 ? [] : [word.weekly]),
    ],
    locale,
  }
}

/** What some groups have of a day's denominator; null where there is none. */
function shareOf({ denominator, shares }: CompositionDay, members: readonly HolderGroup[]): number | null {
  if (denominator === 0n) return null
  return toRatio(shares.reduce((sum, { group, amount }) => (members.includes(group) ? sum + amount : sum), 0n), denominator)
}

/** Every group that held something on a day, the one with the largest share over all days first; ties by id. */
function toGroupsBySize(days: readonly CompositionDay[]): HolderGroup[] {
  const sizes = new Map<HolderGroup, number>()
  for (const { shares, denominator } of days)
    for (const { group, amount } of shares) if (amount > 0n) sizes.set(group, (sizes.get(group) ?? 0) + toRatio(amount, denominator))
  return [...sizes].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([group]) => group)
}

function toSentence(days: readonly CompositionDay[], groups: readonly HolderGroup[], locale: Locale): string {
  const word = words[locale]
  const held = days.filter(({ denominator }) => denominator > 0n)
  const [first, last] = [held[0], held.at(-1)]
  if (!first || !last) return word.none
  const on = ({ day }: CompositionDay) => formatDate(toTimestamp(day), locale)
  const share = (day: CompositionDay, group: HolderGroup) => formatNumber(shareOf(day, [group]) ?? 0, 'share', locale)
  const names = groups.slice(0, told)
  return first === last
    ? word.on(on(last), names.map((group) => `${holderGroups[group][locale]} ${share(last, group)}`).join(', '))
    : word.from(on(first), on(last), names.map((group) => word.move(holderGroups[group][locale], share(first, group), share(last, group))).join(', '))
}
