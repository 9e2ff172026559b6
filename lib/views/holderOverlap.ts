import type { ChartSpec, Table } from '@/lib/domain/chartSpec'
import type { HolderOverlap, OverlapTest, Superusers } from '@/lib/domain/superuser'
import type { Locale } from '@/lib/domain/text'
import { significance } from '@/lib/metrics/overlapSignificance'
import { formatNumber } from './format'
import { probabilityText } from './probabilityText'
import { superusersNotes } from './superuserWords'

const words = {
  en: {
    title: 'How many of the largest holders protocols have in common', x: 'Protocols', y: 'Accounts among the 100 largest of both', common: 'in common', expected: 'by chance, on average', pair: (one: string, other: string) => `${one} and ${other}`,
    sentence: (found: string, pairs: string) => (pairs === '1' ? (found === '1' ? 'The two protocols have more of their 100 largest holders in common than chance would give them' : 'The two protocols have no more of their 100 largest holders in common than chance could give them') : `${found} of the ${pairs} pairs of protocols have more of their 100 largest holders in common than chance would give them`) + ' (at 1%, corrected for all pairs).',
    least: (pair: string, common: string, expected: string, p: string) => ` Least like chance: ${pair}, with ${common} in common where chance gives ${expected} on average (p = ${p}).`,
    columns: { first: 'Protocol', second: 'and', holders: 'Hold either', both: 'Hold both', common: 'In common, of the 100 largest', expected: 'By chance', p: 'p', corrected: 'p, Benjamini–Hochberg', strict: 'p, Bonferroni', verdict: 'More than chance at 1%', hundredth: 'In common, of the largest 1%', hundredthExpected: 'By chance', hundredthStrict: 'p, Bonferroni' },
    verdicts: { strict: 'yes', mild: 'by Benjamini–Hochberg alone', none: 'no' },
    notes: ['p: how likely as many in common, or more, would be if both lists were drawn by chance from all who hold at least one of the two tokens (hypergeometric distribution); corrected for all pairs at once.', 'Where most hold both tokens for the same reason, as after one airdrop, that is no chance either: the test says that something joins the lists, not what.'],
    shown: (shown: string) => `The ${shown} pairs least like chance are drawn; the table has all.`,
  },
  de: {
    title: 'Wie viele der größten Halter Protokolle gemeinsam haben', x: 'Protokolle', y: 'Konten unter den 100 größten beider', common: 'gemeinsam', expected: 'durch Zufall, im Mittel', pair: (one: string, other: string) => `${one} und ${other}`,
    sentence: (found: string, pairs: string) => (pairs === '1' ? (found === '1' ? 'Die beiden Protokolle haben mehr ihrer 100 größten Halter gemeinsam, als der Zufall ergäbe' : 'Die beiden Protokolle haben nicht mehr ihrer 100 größten Halter gemeinsam, als der Zufall ergeben könnte') : `${found} von ${pairs} Paaren von Protokollen haben mehr ihrer 100 größten Halter gemeinsam, als der Zufall ergäbe`) + ' (bei 1 %, korrigiert für alle Paare).',
    least: (pair: string, common: string, expected: string, p: string) => ` Am wenigsten nach Zufall sieht aus: ${pair} mit ${common} gemeinsamen, wo der Zufall im Mittel ${expected} ergibt (p = ${p}).`,
    columns: { first: 'Protokoll', second: 'und', holders: 'Halten eines', both: 'Halten beide', common: 'Gemeinsam, von den 100 größten', expected: 'Durch Zufall', p: 'p', corrected: 'p, Benjamini–Hochberg', strict: 'p, Bonferroni', verdict: 'Mehr als Zufall bei 1 %', hundredth: 'Gemeinsam, vom größten 1 %', hundredthExpected: 'Durch Zufall', hundredthStrict: 'p, Bonferroni' },
    verdicts: { strict: 'ja', mild: 'nur nach Benjamini–Hochberg', none: 'nein' },
    notes: ['p: wie wahrscheinlich so viele gemeinsame oder mehr wären, wenn beide Listen zufällig aus allen gezogen würden, die mindestens einen der beiden Token halten (hypergeometrische Verteilung); korrigiert für alle Paare zugleich.', 'Auch wo die meisten beide Token aus demselben Grund halten, etwa nach einem gemeinsamen Airdrop, ist das kein Zufall: Der Test sagt, dass etwas die Listen verbindet, nicht was.'],
    shown: (shown: string) => `Gezeichnet sind die ${shown} Paare, die am wenigsten nach Zufall aussehen; die Tabelle enthält alle.`,
  },
} as const

/** What is left after correction: by both, by the milder one alone, or nothing. */
export const toVerdict = ({ logBonferroni, logFalseDiscovery }: OverlapTest): 'strict' | 'mild' | 'none' =>
  logBonferroni <= significance ? 'strict' : logFalseDiscovery <= significance ? 'mild' : 'none'

/** Least like chance first; ties as they come. */
export const toLeastLikely = (overlaps: readonly HolderOverlap[]): HolderOverlap[] => [...overlaps].sort((a, b) => a.tests.hundred.logP - b.tests.hundred.logP)

const barsShown = 15

/**
 * Pairs of protocols: how many of their hundred largest holders are the same, beside how many chance would give.
 *
 * @example holderOverlap(found, 'en').sentence
 * // '2 of the 3 pairs of protocols have more of their 100 largest holders in common than chance would give them (at 1%, corrected for all pairs). Least …'
 */
export function holderOverlap(found: Superusers, locale: Locale): ChartSpec {
  const word = words[locale]
  const count = (value: number) => formatNumber(value, 'count', locale)
  const pairs = toLeastLikely(found.overlaps)
  const nameOf = ({ protocols: [one, other] }: HolderOverlap) => word.pair(toName(found, one), toName(found, other))
  const validated = pairs.filter(({ tests }) => toVerdict(tests.hundred) === 'strict').length
  const [least] = pairs
  const drawn = pairs.slice(0, barsShown)
  const series = (id: 'common' | 'expected', emphasis: 'main' | 'second') => ({ id, label: word[id], shape: 'bar' as const, emphasis, points: drawn.map(({ tests }, x) => ({ x, y: tests.hundred[id] })) })
  return {
    id: 'holderOverlap',
    title: word.title,
    sentence: word.sentence(count(validated), count(pairs.length)) + (least ? word.least(nameOf(least), count(least.tests.hundred.common), formatNumber(least.tests.hundred.expected, 'amount', locale), probabilityText(least.tests.hundred.logP, locale)) : ''),
    x: { label: word.x, scale: 'category', format: 'count', categories: drawn.map(nameOf) },
    y: { label: word.y, scale: 'linear', format: 'amount' },
    horizontal: true,
    series: [series('common', 'main'), series('expected', 'second')],
    notes: [...word.notes, ...(pairs.length > barsShown ? [word.shown(count(barsShown))] : []), ...superusersNotes(found, locale)],
    locale,
  }
}

/**
 * The same with every pair's test, of the hundred largest and of the largest hundredth.
 *
 * @example holderOverlapTable(found, 'en').rows[0]?.map(({ text }) => text)
 * // ['Uniswap', 'Compound', '512,000', '31,000', '21', '0.01953', '1.3 × 10⁻⁵⁷', …, 'yes', …]
 */
export function holderOverlapTable(found: Pick<Superusers, 'overlaps' | 'lists'>, locale: Locale): Table {
  const word = words[locale]
  const count = (value: number) => ({ value, text: formatNumber(value, 'count', locale) })
  const mean = (value: number) => ({ value, text: formatNumber(value, 'amount', locale) })
  const probability = (logarithm: number) => ({ value: Math.exp(logarithm), text: probabilityText(logarithm, locale) })
  return {
    caption: word.title,
    columns: (Object.keys(word.columns) as (keyof typeof word.columns)[]).map((id) => ({ id, label: word.columns[id], numeric: !['first', 'second', 'verdict'].includes(id) })),
    rows: toLeastLikely(found.overlaps).map(({ protocols: [one, other], population, both, tests: { hundred, hundredth } }) => [
      { value: one, text: toName(found, one) },
      { value: other, text: toName(found, other) },
      count(population), count(both), count(hundred.common), mean(hundred.expected),
      probability(hundred.logP), probability(hundred.logFalseDiscovery), probability(hundred.logBonferroni),
      { value: toVerdict(hundred), text: word.verdicts[toVerdict(hundred)] },
      count(hundredth.common), mean(hundredth.expected), probability(hundredth.logBonferroni),
    ]),
  }
}

const toName = ({ lists }: Pick<Superusers, 'lists'>, slug: string): string => lists.find(({ protocol }) => protocol === slug)!.protocolName
