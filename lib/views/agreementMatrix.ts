import type { Address } from '@/lib/domain/address'
import type { Agreement, AgreementMatrix } from '@/lib/domain/bloc'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { fewestShared, toAgreementShare } from '@/lib/governance/agreement'
import { formatNumber } from './format'
import { toHref } from './href'

/** What a matrix's voters are called, and how their addresses are written. */
export interface VoterNames {
  labels: readonly { address: Address; name: string | null }[]
  displayAddress: (address: Address) => string
}

const words = {
  en: { title: (name: string) => `${name}: how often the largest voters vote alike`, rank: 'Place', voter: 'Voter', proposals: 'Proposals', few: (n: string) => `too few (${n})` },
  de: { title: (name: string) => `${name}: wie oft die größten Abstimmenden gleich stimmen`, rank: 'Platz', voter: 'Wer', proposals: 'Vorschläge', few: (n: string) => `zu wenige (${n})` },
} as const

const sentences = {
  en: {
    none: 'No two of the largest voters voted on five decided proposals together.',
    one: (a: string, b: string, share: string, n: string) => `Most alike vote ${a} and ${b}: on ${share} of the ${n} decided proposals on which both voted.`,
    least: (a: string, b: string, share: string, n: string) => ` Least alike: ${a} and ${b}, ${share} of ${n}.`,
  },
  de: {
    none: 'Keine zwei der größten Abstimmenden haben gemeinsam über fünf entschiedene Vorschläge abgestimmt.',
    one: (a: string, b: string, share: string, n: string) => `Am häufigsten stimmen ${a} und ${b} gleich: bei ${share} der ${n} entschiedenen Vorschläge, über die beide abgestimmt haben.`,
    least: (a: string, b: string, share: string, n: string) => ` Am seltensten: ${a} und ${b}, ${share} von ${n}.`,
  },
} as const

/**
 * The largest voters against one another: the share of decided proposals on which both voted alike, and in brackets on how many both voted. Each
 * pair stands once, below the diagonal; columns carry the places that the rows have.
 *
 * @example agreementMatrix(matrix, names, 'UNI', 'en').rows[1]?.map(({ text }) => text) // ['2', 'a16z', '40', '95.0% (20)', '']
 */
export function agreementMatrix({ voters, pairs }: AgreementMatrix, names: VoterNames, name: string, locale: Locale): Table {
  const word = words[locale]
  const count = (value: number) => formatNumber(value, 'count', locale)
  const toCell = (pair: Agreement | undefined): Cell => {
    if (!pair) return { value: null, text: '' }
    const share = toAgreementShare(pair)
    return { value: share, text: share === null ? word.few(count(pair.both)) : `${formatNumber(share, 'share', locale)} (${count(pair.both)})` }
  }
  // The last has nobody below it.
  const columns = voters.slice(0, -1)
  return {
    caption: word.title(name),
    columns: [
      { id: 'rank', label: word.rank, numeric: true },
      { id: 'voter', label: word.voter, numeric: false },
      { id: 'proposals', label: word.proposals, numeric: true },
      ...columns.map((_, place) => ({ id: `with${place + 1}`, label: `${place + 1}`, numeric: true })),
    ],
    rows: voters.map(({ voter, proposals }, place) => [
      { value: place + 1, text: count(place + 1) },
      { value: names.displayAddress(voter), text: toVoterName(voter, names), href: toHref(locale, `/accounts/${names.displayAddress(voter)}`) },
      { value: proposals, text: count(proposals) },
      ...columns.map((_, other) => toCell(pairs[place]![other])),
    ]),
  }
}

/**
 * Which two vote alike most often, and which least.
 *
 * @example agreementSentence(matrix, names, 'en') // 'Most alike vote a16z and Gauntlet: on 95.0% of the 20 decided proposals on which both voted.'
 */
export function agreementSentence({ voters, pairs }: AgreementMatrix, names: VoterNames, locale: Locale): string {
  const word = sentences[locale]
  const known = pairs.flatMap((row, place) => row.flatMap((pair, other) => {
    const share = toAgreementShare(pair)
    return share === null ? [] : [{ share, both: pair.both, a: voters[other]!.voter, b: voters[place]!.voter }]
  })).sort((x, y) => y.share - x.share || y.both - x.both)
  const [most, least] = [known[0], known.at(-1)]
  if (!most || !least) return word.none
  const tell = (say: typeof word.one | typeof word.least, { share, both, a, b }: typeof most) =>
    say(toVoterName(a, names), toVoterName(b, names), formatNumber(share, 'share', locale), formatNumber(both, 'count', locale))
  return tell(word.one, most) + (least.share < most.share ? tell(word.least, least) : '')
}

/** Its label, or its address in short. */
function toVoterName(voter: Address, { labels, displayAddress }: VoterNames): string {
  const shown = displayAddress(voter)
  return labels.find(({ address }) => address === voter)?.name ?? `${shown.slice(0, 8)}…${shown.slice(-4)}`
}

/** What the table's figures rest on. */
export const agreementNotes = {
  en: (place: string, proposals: string) => [`${place}: ${proposals} decided proposals of for and against.`, `Alike is both for, both against, or both in abstention. In brackets: on how many both voted; of fewer than ${fewestShared} no share is given.`, 'The largest voters are those who cast most votes at once.'],
  de: (place: string, proposals: string) => [`${place}: ${proposals} entschiedene Vorschläge mit Für und Wider.`, `Gleich heißt: beide dafür, beide dagegen oder beide enthalten. In Klammern: über wie viele beide abgestimmt haben; bei weniger als ${fewestShared} steht kein Anteil.`, 'Die größten Abstimmenden sind jene, die auf einmal die meisten Stimmen abgegeben haben.'],
} as const satisfies Record<Locale, (place: string, proposals: string) => string[]>
