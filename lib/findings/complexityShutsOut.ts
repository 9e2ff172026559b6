import type { FindingFigure, Judgement, Verdict } from '../domain/finding'
import type { Participation, TookPart } from '../domain/participation'
import type { Text } from '../domain/text'
import { joinTookPart } from '../governance/participation'
import { rateRatio, type RateRatio } from '../metrics/rateRatio'
import type { Thesis } from './thesis'

/** Less than so much of another group’s rate counts as shut out (four-fifths rule, 29 CFR 1607.4(D)). */
const fair = 4 / 5
/** From such a part of the median holding on, taking part once is dear. */
const dear = 1 / 100
/** Of fewer in a group no rate is compared. */
const leastCompared = 30

/** Who takes part, how far tokens lie from their owners, and what taking part costs. */
export interface ComplexityEvidence {
  participation: Participation
  /** Contracts between a token and its owner on average, and what lies behind one at least, of the supply; null where nothing was looked through */
  depth: { mean: number; behind: number } | null
}

type Answer = 'yes' | 'no' | 'untold'

/**
 * Complexity shuts out: the small take part less, and what stands in their way can be shown.
 *
 * @example complexityShutsOut.judge({ participation: withoutTenths, depth: null }).verdict // 'cannotBeTold'
 */
export const complexityShutsOut: Thesis<ComplexityEvidence> = {
  id: 'complexityShutsOut',
  title: { en: 'Complexity shuts out', de: 'Komplexität schließt aus' },
  statement: {
    en: 'Everybody may decide, but few do: to delegate and to vote takes knowledge and fees, and tokens lie behind contracts that have no say. What is left is a matter for the large.',
    de: 'Alle dürfen entscheiden, aber wenige tun es: Delegieren und Abstimmen verlangt Wissen und Gebühren, und Token liegen hinter Contracts, die nicht mitstimmen. Was bleibt, ist Sache der Großen.',
  },
  confirms: {
    en: 'The smaller half of the holders takes part less than four fifths as often as the largest tenth, and contracts in between or fees keep them away.',
    de: 'Die kleinere Hälfte der Halter beteiligt sich weniger als vier Fünftel so oft wie das größte Zehntel, und Contracts dazwischen oder Gebühren halten sie ab.',
  },
  refutes: {
    en: 'The smaller half takes part at least four fifths as often as the largest tenth.',
    de: 'Die kleinere Hälfte beteiligt sich mindestens vier Fünftel so oft wie das größte Zehntel.',
  },
  measure: {
    en: 'Of today’s holders, those who ever gave their votes to somebody (themselves among them), locked tokens for them, or voted on a proposal, by size: the smaller half against the largest tenth, as a ratio of rates with its 95% interval (Katz et al. 1978). Beside it the same for those whose tokens lie mainly behind contracts against those who have at least half in their own wallets or where it votes; and the median fee of the newest 200 delegations and votes against the median holding in ether. Counted are owners behind contracts, addresses of one owner as one, without contracts, exchanges and other keepers as far as labels tell, without treasury, vesting and burned tokens, and without holders of less than a billionth of the supply.',
    de: 'Von den heutigen Haltern die, die je ihre Stimmen jemandem gegeben haben (auch sich selbst), Token dafür gesperrt oder über einen Vorschlag abgestimmt haben, nach Größe: die kleinere Hälfte gegen das größte Zehntel, als Verhältnis der Quoten mit 95-%-Intervall (Katz et al. 1978). Daneben dasselbe für die, deren Token überwiegend hinter Contracts liegen, gegen die, die mindestens die Hälfte in der eigenen Wallet oder dort haben, wo sie mitstimmt; und die mittlere Gebühr der neuesten 200 Delegationen und Stimmabgaben gegen den mittleren Bestand in Ether (Mediane). Gezählt sind Eigentümer hinter Contracts, Adressen eines Eigentümers als einer, ohne Contracts, Börsen und andere Verwahrer, soweit Bezeichnungen es sagen, ohne Treasury, Vesting und Verbranntes und ohne Halter von weniger als einem Milliardstel der Gesamtmenge.',
  },
  rule: {
    en: 'Shut out means less than four fifths as often, with the whole interval below. Holds where the smaller half is shut out, and those behind contracts are too or taking part once (delegating where one must, and one vote) costs at least 1% of the median holding. Does not hold where the smaller half takes part at least four fifths as often. Mixed otherwise. Cannot be told below a hundred holders, and where nobody of the largest tenth takes part.',
    de: 'Ausgeschlossen heißt: weniger als vier Fünftel so oft, mit dem ganzen Intervall darunter. Trifft zu, wo die kleinere Hälfte ausgeschlossen ist und auch die hinter Contracts es sind oder eine Beteiligung (delegieren, wo man muss, und eine Stimmabgabe) mindestens 1 % des mittleren Bestands kostet. Trifft nicht zu, wo die kleinere Hälfte sich mindestens vier Fünftel so oft beteiligt. Sonst gemischt. Lässt sich nicht sagen bei weniger als hundert Haltern und wo sich aus dem größten Zehntel niemand beteiligt.',
  },
  limits: [
    {
      en: 'Whoever stays away may not want to: that the small take part less does not say what keeps them. Those who gave up and sold are not counted.',
      de: 'Wer fernbleibt, will vielleicht nicht: Dass die Kleinen sich weniger beteiligen, sagt nicht, was sie abhält. Wer aufgegeben und verkauft hat, ist nicht gezählt.',
    },
    {
      en: 'Contracts without a label count as people. Votes off the chain are counted where they were read; their voters pay no fee.',
      de: 'Contracts ohne Bezeichnung zählen als Menschen. Stimmen außerhalb der Chain sind gezählt, soweit sie gelesen sind; sie kosten keine Gebühr.',
    },
    {
      en: 'Fees are those of their time, the price of the token is today’s. What learning it takes is in no log.',
      de: 'Gebühren sind die ihrer Zeit, der Preis des Tokens ist der von heute. Was man dafür lernen muss, steht in keinem Log.',
    },
  ],
  lead: { figure: 'smallToLarge', name: { en: 'How often the smaller half takes part, against the largest tenth', de: 'Wie oft sich die kleinere Hälfte beteiligt, gegen das größte Zehntel' }, format: 'ratio' },
  charts: ['takingPart', 'participationBySize', 'participationTable', 'votingCosts', 'wrappingDepth'],
  judge,
}

function judge({ participation, depth }: ComplexityEvidence): Judgement {
  const { tenths, inHand, throughContracts, all } = participation
  const [small, large] = [joinTookPart(tenths.slice(0, 5)), joinTookPart(tenths.slice(-1))]
  const compare = (one: TookPart, other: TookPart) => rateRatio({ count: one.either, of: one.holders }, { count: other.either, of: other.holders })
  const gap = tenths.length > 0 ? compare(small, large) : null
  const isCompared = Math.min(inHand.holders, throughContracts.holders) >= leastCompared
  const wrapped = isCompared ? compare(throughContracts, inHand) : null
  const cost = toCost(participation)
  const figures = [
    ratioFigure('smallToLarge', 'Smaller half against largest tenth', 'Kleinere Hälfte gegen größtes Zehntel', gap),
    rateFigure('smallTakePart', 'Of the smaller half take part', 'Aus der kleineren Hälfte beteiligen sich', small),
    rateFigure('largeTakePart', 'Of the largest tenth take part', 'Aus dem größten Zehntel beteiligen sich', large),
    rateFigure('allTakePart', 'Of all holders take part', 'Von allen Haltern beteiligen sich', all),
    countFigure('holders', 'Holders counted', 'Gezählte Halter', all.holders),
    ratioFigure('throughToHand', 'Behind contracts against in own hands', 'Hinter Contracts gegen in eigener Hand', wrapped),
    rateFigure('throughTakePart', 'Of those behind contracts take part', 'Hinter Contracts beteiligen sich', throughContracts),
    countFigure('throughContracts', 'Holders mainly behind contracts', 'Halter überwiegend hinter Contracts', throughContracts.holders),
    { id: 'costOfMedian', name: { en: 'Cost of taking part once, of the median holding', de: 'Kosten einer Beteiligung, vom mittleren Bestand' }, value: cost, format: 'share' as const },
    { id: 'meanDepth', name: { en: 'Contracts between a token and its owner', de: 'Contracts zwischen Token und Eigentümer' }, value: depth?.mean ?? null, format: 'ratio' as const },
    { id: 'behindContracts', name: { en: 'Of the supply behind contracts', de: 'Von der Gesamtmenge hinter Contracts' }, value: depth?.behind ?? null, format: 'share' as const },
  ]
  if (!gap) return { verdict: 'cannotBeTold', reason: tenths.length > 0 ? nobodyLarge : tooFew, figures }
  const [isWrapped, isDear]: [Answer, Answer] = [toAnswer(wrapped && isShutOut(wrapped)), toAnswer(cost === null ? null : cost >= dear)]
  return { verdict: toVerdict(gap, isWrapped, isDear), reason: toReason(isWrapped, isDear), figures }
}

const isShutOut = ({ high }: RateRatio): boolean => high < fair
const toAnswer = (told: boolean | null): Answer => (told === null ? 'untold' : told ? 'yes' : 'no')

function toVerdict(gap: RateRatio, ...hurdles: Answer[]): Verdict {
  if (gap.value >= fair) return 'doesNotHold'
  return isShutOut(gap) && hurdles.includes('yes') ? 'holds' : 'mixed'
}

const tooFew: Text = { en: 'Only {holders} holders are counted, too few to compare by size.', de: 'Nur {holders} Halter sind gezählt, zu wenige für einen Vergleich nach Größe.' }
const nobodyLarge: Text = { en: 'Nobody of the largest tenth ever took part: there is nothing to compare with.', de: 'Aus dem größten Zehntel hat sich nie jemand beteiligt: Es gibt nichts zu vergleichen.' }

function toReason(isWrapped: Answer, isDear: Answer): Text {
  const wrapped: Record<Answer, Text> = {
    yes: { en: 'those behind contracts are shut out as well ({throughToHand} times as often)', de: 'auch die hinter Contracts sind ausgeschlossen ({throughToHand}-mal so oft)' },
    no: { en: 'that those behind contracts are shut out is not shown ({throughToHand} times as often)', de: 'dass die hinter Contracts ausgeschlossen sind, zeigt sich nicht ({throughToHand}-mal so oft)' },
    untold: { en: 'too few hold mainly behind contracts to compare', de: 'zu wenige halten überwiegend hinter Contracts, um zu vergleichen' },
  }
  const cost: Record<Answer, Text> = {
    yes: { en: 'and taking part once costs {costOfMedian} of the median holding', de: 'und eine Beteiligung kostet {costOfMedian} des mittleren Bestands' },
    no: { en: 'and taking part once costs only {costOfMedian} of the median holding', de: 'und eine Beteiligung kostet nur {costOfMedian} des mittleren Bestands' },
    untold: { en: 'and what taking part costs is not known', de: 'und was eine Beteiligung kostet, ist nicht bekannt' },
  }
  return {
    en: `{smallTakePart} of the smaller half ever took part, against {largeTakePart} of the largest tenth: {smallToLarge} times as often ({smallToLarge.low} to {smallToLarge.high}); ${wrapped[isWrapped].en}, ${cost[isDear].en}.`,
    de: `Aus der kleineren Hälfte haben sich {smallTakePart} je beteiligt, aus dem größten Zehntel {largeTakePart}: {smallToLarge}-mal so oft ({smallToLarge.low} bis {smallToLarge.high}); ${wrapped[isWrapped].de}, ${cost[isDear].de}.`,
  }
}

/** What delegating, where one must, and one vote cost, of the median holding. */
function toCost({ medianWei, mustDelegate, costs: { delegation, vote } }: Participation): number | null {
  if (medianWei === null || medianWei === 0n || !vote || (mustDelegate && !delegation)) return null
  return Number(vote.wei + (mustDelegate ? delegation!.wei : 0n)) / Number(medianWei)
}

const ratioFigure = (id: string, en: string, de: string, ratio: RateRatio | null): FindingFigure => ({
  id, name: { en, de }, value: ratio?.value ?? null, format: 'ratio', ...(ratio ? { low: ratio.low, high: ratio.high } : {}),
})
const rateFigure = (id: string, en: string, de: string, { either, holders }: TookPart): FindingFigure => ({ id, name: { en, de }, value: holders === 0 ? null : either / holders, format: 'share' })
const countFigure = (id: string, en: string, de: string, value: number): FindingFigure => ({ id, name: { en, de }, value, format: 'count' })
