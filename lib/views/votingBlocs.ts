import { toRatio } from '@/lib/domain/amount'
import { noEntropyReasons, type BlocEntropy, type BlocWindow, type PlaceBlocs } from '@/lib/domain/bloc'
import type { Cell, ChartSpec, Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { blocSeed, mostBlocs, windowLength } from '@/lib/governance/votingBlocs'
import { formatDate, formatNumber } from './format'
import { placeText } from './placeText'

const words = {
  en: {
    title: (name: string) => `${name}: how much power votes as one bloc`,
    y: 'Voting-bloc entropy',
    byVotes: 'by votes',
    byVoters: 'by addresses',
    sentence: (to: string, share: string, voters: string, bits: string, other: string) =>
      `In the ten decided proposals up to ${to}, ${share} of the votes lay with the largest bloc of like voters (${voters}); voting-bloc entropy ${bits} by votes, ${other} by addresses.`,
    ofAll: (bloc: string, all: string) => `${bloc} of ${all} addresses`,
    none: (count: string) => `There are ${count} decided proposals of for and against, and it takes ten.`,
    empty: (to: string, reason: string) => `The ten decided proposals up to ${to} have no entropy: ${reason}.`,
    place: (place: string, count: string) => `${place}: ${count} decided proposals of for and against.`,
    windows: `Each point is ${windowLength} decided proposals in a row, at the end of the last; the next begins one proposal later.`,
    method: `Voters who vote alike are grouped by k-means, k = ${mostBlocs}, seed ${blocSeed}; abstaining and not voting count the same. The entropy is −log₂ of the largest bloc’s share: 0 where all are one bloc, ${Math.log2(mostBlocs).toFixed(2)} bits at most.`,
    others: (places: string) => `Elsewhere: ${places}. The CSV file has all places.`,
    columns: { to: 'Up to', voters: 'Addresses', blocs: 'Blocs', votesShare: 'Largest bloc, votes', votersShare: 'Largest bloc, addresses', votesBits: 'Entropy by votes', votersBits: 'Entropy by addresses' },
  },
  de: {
    title: (name: string) => `${name}: wie viel Stimmgewicht als ein Block stimmt`,
    y: 'Entropie der Blöcke',
    byVotes: 'nach Stimmen',
    byVoters: 'nach Adressen',
    sentence: (to: string, share: string, voters: string, bits: string, other: string) =>
      `Bei den zehn entschiedenen Vorschlägen bis zum ${to} lagen ${share} der Stimmen beim größten Block gleich Stimmender (${voters}); Entropie der Blöcke: ${bits} nach Stimmen, ${other} nach Adressen.`,
    ofAll: (bloc: string, all: string) => `${bloc} von ${all} Adressen`,
    none: (count: string) => `Entschiedene Vorschläge mit Für und Wider: ${count}. Nötig sind zehn.`,
    empty: (to: string, reason: string) => `Die zehn entschiedenen Vorschläge bis zum ${to} ergeben keine Entropie: ${reason}.`,
    place: (place: string, count: string) => `${place}: ${count} entschiedene Vorschläge mit Für und Wider.`,
    windows: `Jeder Punkt steht für ${windowLength} entschiedene Vorschläge hintereinander, am Ende des letzten; der nächste Punkt beginnt einen Vorschlag später.`,
    method: `Wer gleich stimmt, wird mit k-Means zu Blöcken gruppiert, k = ${mostBlocs}, Startwert ${blocSeed}; Enthaltung und Fernbleiben zählen gleich. Die Entropie ist −log₂ des Anteils des größten Blocks: 0, wo alle ein Block sind, höchstens ${Math.log2(mostBlocs).toFixed(2).replace('.', ',')} Bit.`,
    others: (places: string) => `Daneben: ${places}. Die CSV-Datei enthält alle.`,
    columns: { to: 'Bis', voters: 'Adressen', blocs: 'Blöcke', votesShare: 'Größter Block, Stimmen', votersShare: 'Größter Block, Adressen', votesBits: 'Entropie nach Stimmen', votersBits: 'Entropie nach Adressen' },
  },
} as const

/** The largest bloc's shares of a window; null where there is none. */
export function toLargestShares({ blocs, voters }: Pick<BlocWindow, 'blocs' | 'voters'>): { votes: number | null; voters: number | null } {
  const votes = blocs.reduce((sum, bloc) => sum + bloc.votes, 0n)
  return {
    votes: votes === 0n ? null : toRatio(blocs[0]!.votes, votes),
    voters: blocs.length === 0 ? null : Math.max(...blocs.map((bloc) => bloc.voters)) / voters,
  }
}

/**
 * Voting-bloc entropy over windows of ten decided proposals, by votes and by addresses, in the place with most of them.
 *
 * @param blocs the place with most decided proposals first, at least one
 * @example votingBlocs(blocs, 'UNI', 'en').sentence
 * // 'In the ten decided proposals up to 3 Mar 2026, 65.1% of the votes lay with the largest bloc of like voters (212 of 450 addresses); voting-bloc entropy 0.62 bits by votes, 0.31 bits by addresses.'
 */
export function votingBlocs(blocs: readonly [PlaceBlocs, ...PlaceBlocs[]], name: string, locale: Locale): ChartSpec {
  const word = words[locale]
  const [{ windows, ...place }, ...others] = blocs
  const count = (value: number) => formatNumber(value, 'count', locale)
  const series = (id: string, label: string, emphasis: 'main' | 'second', pick: (window: BlocWindow) => BlocEntropy) => ({
    id, label, shape: 'line' as const, emphasis,
    points: windows.map((window) => ({ x: window.to, y: toBits(pick(window)) })),
  })
  return {
    id: 'votingBlocs',
    title: word.title(name),
    sentence: toSentence(blocs[0], locale),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: word.y, scale: 'linear', format: 'bits', domain: [0, Math.log2(mostBlocs)] },
    series: windows.length === 0 ? [] : [series('byVotes', word.byVotes, 'main', ({ byVotes }) => byVotes), series('byVoters', word.byVoters, 'second', ({ byVoters }) => byVoters)],
    notes: [
      word.place(placeText(place, locale), count(place.proposals)),
      word.windows,
      word.method,
      ...(others.length > 0 ? [word.others(others.map((other) => placeText(other, locale)).join(', '))] : []),
    ],
    locale,
  }
}

/**
 * The same window by window, newest first, with how many voted and how large the largest bloc was.
 *
 * @example votingBlocsTable(place, 'UNI', 'en').rows[0]?.map(({ text }) => text) // ['3 Mar 2026', '450', '3', '65.1%', '80.9%', '0.62 bits', '0.31 bits']
 */
export function votingBlocsTable({ windows }: Pick<PlaceBlocs, 'windows'>, name: string, locale: Locale): Table {
  const word = words[locale]
  const share = (value: number | null, { byVotes, byVoters }: BlocWindow): Cell => value === null ? toNoCell(byVotes.status === 'undefined' ? byVotes : byVoters, locale) : { value, text: formatNumber(value, 'share', locale) }
  const entropy = (found: BlocEntropy): Cell => (found.status === 'undefined' ? toNoCell(found, locale) : { value: found.bits, text: formatNumber(found.bits, 'bits', locale) })
  return {
    caption: word.title(name),
    columns: (Object.keys(word.columns) as (keyof typeof word.columns)[]).map((id) => ({ id, label: word.columns[id], numeric: id !== 'to' })),
    rows: [...windows].reverse().map((window) => {
      const largest = toLargestShares(window)
      return [
        { value: new Date(window.to * 1000).toISOString(), text: formatDate(window.to, locale) },
        { value: window.voters, text: formatNumber(window.voters, 'count', locale) },
        { value: window.blocs.length, text: formatNumber(window.blocs.length, 'count', locale) },
        share(largest.votes, window),
        share(largest.voters, window),
        entropy(window.byVotes),
        entropy(window.byVoters),
      ]
    }),
  }
}

const toBits = (entropy: BlocEntropy): number | null => (entropy.status === 'ok' ? entropy.bits : null)

const toNoCell = (entropy: BlocEntropy, locale: Locale): Cell => ({ value: null, text: entropy.status === 'undefined' ? noEntropyReasons[entropy.reason][locale] : '–' })

function toSentence({ windows, proposals }: PlaceBlocs, locale: Locale): string {
  const word = words[locale]
  const count = (value: number) => formatNumber(value, 'count', locale)
  const last = windows.at(-1)
  if (!last) return word.none(count(proposals))
  const to = formatDate(last.to, locale)
  if (last.byVotes.status === 'undefined') return word.empty(to, noEntropyReasons[last.byVotes.reason][locale])
  const share = formatNumber(toLargestShares(last).votes!, 'share', locale)
  const bits = [last.byVotes, last.byVoters].map((one) => formatNumber(toBits(one)!, 'bits', locale)) as [string, string]
  return word.sentence(to, share, word.ofAll(count(last.blocs[0]!.voters), count(last.voters)), ...bits)
}
