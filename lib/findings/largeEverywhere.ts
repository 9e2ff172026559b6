import type { FindingFigure, Judgement } from '../domain/finding'
import type { Text } from '../domain/text'
import type { Thesis } from './thesis'

/** A protocol's list of its hundred largest holders against those of all others that it can be compared with. */
export interface LargeEvidence {
  /** How many are on its list, owners with several addresses as one, without who holds for others */
  listed: number
  /** How many of them are also among the hundred largest of another protocol */
  shared: number
  /** What these hold of what the headline's lens counts: 0 to 1 */
  sharedHeld: number
  /** With how many others it is compared, and with how many of them it has more in common than chance gives */
  others: number
  moreThanChance: number
}

const words = {
  alone: { en: 'There is no other protocol to compare its largest holders with.', de: 'Es gibt kein anderes Protokoll, mit dem seine größten Halter zu vergleichen wären.' },
  told: {
    en: '{sharedAccounts} of its {listed} largest holders are among the hundred largest of another protocol too; with {moreThanChance} of {others} others that is more than chance.',
    de: '{sharedAccounts} seiner {listed} größten Halter gehören auch bei einem anderen Protokoll zu den hundert größten; bei {moreThanChance} von {others} anderen ist das mehr als Zufall.',
  },
} as const satisfies Record<string, Text>

export const largeEverywhere: Thesis<LargeEvidence> = {
  id: 'largeEverywhere',
  title: { en: 'The same everywhere', de: 'Überall dieselben' },
  statement: {
    en: 'Behind many protocols stand the same few accounts: whoever is large in one is large in others.',
    de: 'Hinter vielen Protokollen stehen dieselben wenigen Konten: Wer bei einem groß ist, ist es auch bei anderen.',
  },
  confirms: {
    en: 'At least a tenth of a protocol’s hundred largest holders are among the hundred largest of another, and with most other protocols it has more of them in common than chance would give.',
    de: 'Mindestens ein Zehntel der hundert größten Halter eines Protokolls gehört auch bei einem anderen dazu, und mit den meisten anderen hat es mehr von ihnen gemeinsam, als der Zufall ergäbe.',
  },
  refutes: {
    en: 'Lists of the hundred largest have hardly a name in common, and no more than chance would give.',
    de: 'Die Listen der hundert größten haben kaum einen Namen gemeinsam, und nicht mehr, als der Zufall ergäbe.',
  },
  measure: {
    en: 'The hundred largest holders of each protocol’s newest snapshot under the headline’s lens: looked through contracts, addresses of one owner as one, without exchanges and others who hold for others. Two lists are compared by the hypergeometric distribution over all who hold at least one of the two tokens, corrected for all pairs after Bonferroni, at 1% (after Eisermann et al. 2025 and Tumminello et al. 2011). Made-up protocols are compared with made-up ones alone.',
    de: 'Die hundert größten Halter des neuesten Stands jedes Protokolls in der Sicht der Hauptzahlen: durch Contracts geschaut, Adressen eines Eigentümers als einer, ohne Börsen und andere, die für andere halten. Zwei Listen werden mit der hypergeometrischen Verteilung über alle verglichen, die mindestens einen der beiden Token halten, nach Bonferroni für alle Paare korrigiert, bei 1 % (nach Eisermann et al. 2025 und Tumminello et al. 2011). Erfundene Protokolle werden nur mit erfundenen verglichen.',
  },
  rule: {
    en: 'Holds where at least a tenth of the listed holders are on another list too, and the list has more in common than chance gives with at least half of the others. Does not hold where neither is so; mixed where one is. Without another protocol to compare with it cannot be told.',
    de: 'Trifft zu, wo mindestens ein Zehntel der gelisteten Halter auch auf einer anderen Liste steht und die Liste mit mindestens der Hälfte der anderen mehr gemeinsam hat, als der Zufall ergäbe. Trifft nicht zu, wo beides nicht so ist; gemischt, wo eines so ist. Ohne ein anderes Protokoll zum Vergleich lässt es sich nicht sagen.',
  },
  limits: [
    {
      en: 'The more protocols are followed, the more easily a holder is found on another list: shares of installations that follow different protocols cannot be compared.',
      de: 'Je mehr Protokolle verfolgt werden, desto eher findet sich ein Halter auf einer anderen Liste: Anteile aus Installationen mit verschiedenen Protokollen sind nicht vergleichbar.',
    },
    {
      en: 'Something joins the lists, but the figures do not say what: one airdrop, the same users, or a common will.',
      de: 'Etwas verbindet die Listen, aber die Zahlen sagen nicht, was: ein gemeinsamer Airdrop, dieselben Nutzer oder ein gemeinsamer Wille.',
    },
    {
      en: 'An owner who uses another address in every protocol is found in none of the overlaps.',
      de: 'Wer in jedem Protokoll eine andere Adresse nutzt, steht in keiner Überschneidung.',
    },
  ],
  lead: { figure: 'sharedAccounts', name: { en: 'Of the hundred largest holders, also among those of another protocol', de: 'Von den hundert größten Haltern auch bei einem anderen Protokoll dabei' }, format: 'share' },
  charts: ['holderOverlap', 'superusersMatrix'],
  judge,
}

function judge({ listed, shared, sharedHeld, others, moreThanChance }: LargeEvidence): Judgement {
  const isAlone = others === 0 || listed === 0
  const part = isAlone ? null : shared / listed
  const figures: FindingFigure[] = [
    { id: 'sharedAccounts', name: { en: 'Of the hundred largest holders, also among those of another protocol', de: 'Von den hundert größten Haltern auch bei einem anderen Protokoll dabei' }, value: part, format: 'share' },
    { id: 'sharedHeld', name: { en: 'What these hold of the token', de: 'Was diese vom Token halten' }, value: isAlone ? null : sharedHeld, format: 'share' },
    { id: 'moreThanChance', name: { en: 'Others with which it has more in common than chance gives', de: 'Andere, mit denen es mehr gemeinsam hat, als der Zufall ergäbe' }, value: isAlone ? null : moreThanChance, format: 'count' },
    { id: 'others', name: { en: 'Protocols that it is compared with', de: 'Protokolle im Vergleich' }, value: others, format: 'count' },
    { id: 'listed', name: { en: 'Holders on its list', de: 'Halter auf der Liste' }, value: listed, format: 'count' },
  ]
  if (part === null) return { verdict: 'cannotBeTold', reason: words.alone, figures }
  // Counts, so that no rounding decides at the border.
  const so = [shared * 10 >= listed, moreThanChance * 2 >= others].filter(Boolean).length
  return { verdict: so === 2 ? 'holds' : so === 1 ? 'mixed' : 'doesNotHold', reason: words.told, figures }
}
