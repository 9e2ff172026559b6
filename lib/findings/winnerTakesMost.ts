import { rivalMeasures, type RivalMeasure } from '../domain/competition'
import type { FindingFigure, Judgement, Verdict } from '../domain/finding'
import type { Text } from '../domain/text'
import type { Thesis } from './thesis'

/** One measure of several protocols: who leads in the last twelve months, and how concentrated it was in the first. */
export interface RivalEvidence {
  measure: RivalMeasure
  /** What the leader is called */
  leader: string
  protocols: number
  /** Months that could be told */
  months: number
  /** Of the last twelve months */
  leaderShare: number
  secondShare: number
  hhi: number
  /** HHI of the first twelve months */
  hhiBefore: number
  /** How often another took the lead since */
  turnovers: number
}

/** One for each measure that two protocols or more have something of. */
export type WinnerTakesMostEvidence = readonly RivalEvidence[]

/** So many months it takes to hold the last twelve against the first. */
export const fewestMonths = 24
/** Of how many measures it must be told at least. */
const fewestMeasures = 2
/** 100 points of 10,000: what the Merger Guidelines of 2023 take for a change that matters. */
const smallestChange = 0.01
const half = 0.5

/**
 * What one measure says: `holds` where the leader has most of it and concentration has not fallen, `doesNotHold` where it has no more than half.
 *
 * @example judgeMeasure({ leaderShare: 0.7, secondShare: 0.2, hhi: 0.54, hhiBefore: 0.4, … }) // 'holds'
 */
export function judgeMeasure({ leaderShare, secondShare, hhi, hhiBefore }: Pick<RivalEvidence, 'leaderShare' | 'secondShare' | 'hhi' | 'hhiBefore'>): Exclude<Verdict, 'cannotBeTold'> {
  if (leaderShare <= half) return 'doesNotHold'
  return leaderShare >= 2 * secondShare && hhi >= hhiBefore - smallestChange ? 'holds' : 'mixed'
}

/**
 * Whether it can be told of a measure.
 *
 * @example isTold({ protocols: 2, months: 24 }) // true
 */
export const isTold = ({ protocols, months }: Pick<RivalEvidence, 'protocols' | 'months'>): boolean => protocols > 1 && months >= fewestMonths

/** Thesis 8: in networks the winner takes most. */
export const winnerTakesMost: Thesis<WinnerTakesMostEvidence> = {
  id: 'winnerTakesMost',
  title: { en: 'Winner takes most', de: 'Der Sieger bekommt das meiste' },
  statement: {
    en: 'Networks reward the winner: liquidity draws traders, traders draw liquidity, and of several protocols one ends up with most of it.',
    de: 'Netzwerke belohnen den Sieger: Liquidität zieht Händler an, Händler ziehen Liquidität an, und von mehreren Protokollen hat am Ende eines das meiste.',
  },
  confirms: {
    en: 'One protocol has more than half of the liquidity, fees, holders or votes of all, far more than the second, and the concentration between protocols does not fall.',
    de: 'Ein Protokoll hat mehr als die Hälfte der Liquidität, Gebühren, Halter oder Stimmabgaben aller, weit mehr als das zweite, und die Konzentration zwischen den Protokollen nimmt nicht ab.',
  },
  refutes: {
    en: 'No protocol has more than half: several share the field.',
    de: 'Kein Protokoll hat mehr als die Hälfte: Mehrere teilen sich das Feld.',
  },
  measure: {
    en: 'Of protocols of one category, and of all that are followed, what each had over twelve months: liquidity in the followed pools of its token (in ether, at the ends of months), fees that swaps paid there (in ether), holders of its token (headline lens, at the ends of months), votes cast at its Governors on the chain. Of their shares: the leader’s, the second’s, the Herfindahl–Hirschman index (Hirschman 1964) and how often the lead changed, for each twelve months in a row, from the first month in which two of them have something; one that comes later had nothing before.',
    de: 'Von Protokollen einer Kategorie und von allen, die verfolgt werden, was jedes in zwölf Monaten hatte: Liquidität in den verfolgten Pools seines Tokens (in Ether, an Monatsenden), Gebühren, die Swaps dort zahlten (in Ether), Halter seines Tokens (Standardsicht, an Monatsenden), Stimmabgaben bei seinen Governors auf der Chain. Von den Anteilen: der des führenden, der des zweiten, der Herfindahl-Hirschman-Index (Hirschman 1964) und wie oft die Führung wechselte, für je zwölf aufeinanderfolgende Monate, vom ersten Monat an, in dem zwei von ihnen etwas haben; ein später hinzugekommenes hatte vorher nichts.',
  },
  rule: {
    en: 'Of a measure the winner takes most where, over the last twelve months, the leader has more than half and at least twice as much as the second, and HHI is not more than 0.01 below that of the first twelve months (100 points of 10,000: the change that counts in the US Merger Guidelines of 2023; with five protocols or fewer their threshold of HHI itself, 0.18, is always passed). It does not where the leader has half or less. The claim holds, or does not, where at least two thirds of the measures that can be told say so; otherwise it is mixed. It takes two measures, each known of two protocols over 24 months: with less it cannot be told.',
    de: 'Bei einem Maß bekommt der Sieger das meiste, wo der Führende in den letzten zwölf Monaten mehr als die Hälfte und mindestens doppelt so viel wie der Zweite hat und der HHI höchstens 0,01 unter dem der ersten zwölf Monate liegt (100 von 10.000 Punkten: die Änderung, die nach den US-Fusionsleitlinien von 2023 zählt; deren Schwelle für den HHI selbst, 0,18, ist bei fünf Protokollen oder weniger immer überschritten). Er bekommt es nicht, wo der Führende die Hälfte oder weniger hat. Die Behauptung trifft zu oder nicht zu, wo mindestens zwei Drittel der Maße, bei denen es sich sagen lässt, es so sagen; sonst ist das Bild gemischt. Nötig sind zwei Maße, jedes bei zwei Protokollen über 24 Monate bekannt: Mit weniger lässt es sich nicht sagen.',
  },
  limits: [
    {
      en: 'Only protocols that are followed here are compared: the true field is larger, and every share would be smaller in it.',
      de: 'Verglichen werden nur Protokolle, die hier verfolgt werden: Das wahre Feld ist größer, und jeder Anteil wäre darin kleiner.',
    },
    {
      en: 'Liquidity and fees are those of the followed pools of each protocol’s own token, not all that is traded or lent on the protocol.',
      de: 'Liquidität und Gebühren sind die der verfolgten Pools des jeweils eigenen Tokens, nicht alles, was auf dem Protokoll gehandelt oder verliehen wird.',
    },
    {
      en: 'Who holds several tokens counts once for each. Votes off the chain are left out, so that what costs gas is compared with what costs gas.',
      de: 'Wer mehrere Token hält, zählt bei jedem einmal. Abstimmungen außerhalb der Chain bleiben weg, damit nur verglichen wird, was Gas kostet.',
    },
    {
      en: 'A month in which one of them had something that could not be read or priced is left out for all.',
      de: 'Ein Monat, in dem sich bei einem von ihnen etwas nicht lesen oder bewerten ließ, bleibt für alle weg.',
    },
  ],
  lead: { figure: 'leaderShare', name: { en: 'Share of the leader, mean over the measures', de: 'Anteil des Führenden, im Mittel der Maße' }, format: 'share' },
  charts: ['leadingProtocolsTable', 'hhiBetweenProtocols', 'marketSharesOverTime-liquidity', 'marketSharesOverTime-fees', 'marketSharesOverTime-holders', 'marketSharesOverTime-votes'],
  judge: (evidence) => {
    const told = evidence.filter(isTold)
    if (told.length < fewestMeasures) return toUntold(told.length)
    const said = told.map(judgeMeasure)
    const count = (verdict: Verdict) => said.filter((one) => one === verdict).length
    const isMost = (part: number) => part * 3 >= told.length * 2
    const [holds, not] = [count('holds'), count('doesNotHold')]
    const verdict: Verdict = isMost(holds) ? 'holds' : isMost(not) ? 'doesNotHold' : 'mixed'
    return { verdict, reason: toReason(told), figures: toFigures(told, { holds, not }) }
  },
}

const toUntold = (told: number): Judgement => ({
  verdict: 'cannotBeTold',
  reason: {
    en: 'Measures of which two protocols or more are known over 24 months: {measures}. It takes two.',
    de: 'Maße, bei denen zwei oder mehr Protokolle über 24 Monate bekannt sind: {measures}. Nötig sind zwei.',
  },
  figures: [{ id: 'measures', name: { en: 'Measures that can be told', de: 'Maße, bei denen es sich sagen lässt' }, value: told, format: 'count' }],
})

function toReason(told: WinnerTakesMostEvidence): Text {
  const parts = (tell: (one: RivalEvidence, id: string) => string) => told.map((one) => tell(one, `{${one.measure}Leader}`)).join('; ')
  return {
    en: `Over the last twelve months the winner takes most in {takesMost} of {measures} measures, and in {noMajority} nobody has more than half. The leaders: ${parts(({ measure, leader }, share) => `${leader} with ${share} of ${rivalMeasures[measure].en}`)}.`,
    de: `In den letzten zwölf Monaten bekommt der Sieger bei {takesMost} von {measures} Maßen das meiste, bei {noMajority} hat niemand mehr als die Hälfte. Es führen: ${parts(({ measure, leader }, share) => `${leader} bei ${rivalMeasures[measure].de} mit ${share}`)}.`,
  }
}

function toFigures(told: WinnerTakesMostEvidence, { holds, not }: { holds: number; not: number }): FindingFigure[] {
  const ofMeasure = ({ measure, leaderShare, secondShare, hhi, hhiBefore, turnovers, protocols }: RivalEvidence): FindingFigure[] => {
    const { en, de } = rivalMeasures[measure]
    return [
      { id: `${measure}Leader`, name: { en: `Leader’s share of ${en}`, de: `Anteil des Führenden: ${de}` }, value: leaderShare, format: 'share' },
      { id: `${measure}Second`, name: { en: `Second’s share of ${en}`, de: `Anteil des Zweiten: ${de}` }, value: secondShare, format: 'share' },
      { id: `${measure}Hhi`, name: { en: `HHI of ${en}, last twelve months`, de: `HHI, letzte zwölf Monate: ${de}` }, value: hhi, format: 'index' },
      { id: `${measure}HhiBefore`, name: { en: `HHI of ${en}, first twelve months`, de: `HHI, erste zwölf Monate: ${de}` }, value: hhiBefore, format: 'index' },
      { id: `${measure}Turnovers`, name: { en: `Changes of the lead in ${en}`, de: `Wechsel an der Spitze: ${de}` }, value: turnovers, format: 'count' },
      { id: `${measure}Protocols`, name: { en: `Protocols with ${en}`, de: `Protokolle: ${de}` }, value: protocols, format: 'count' },
    ]
  }
  return [
    { id: 'leaderShare', name: { en: 'Leader’s share, mean over the measures', de: 'Anteil des Führenden, im Mittel der Maße' }, value: told.reduce((sum, { leaderShare }) => sum + leaderShare, 0) / told.length, format: 'share' },
    { id: 'takesMost', name: { en: 'Measures in which the winner takes most', de: 'Maße, bei denen der Sieger das meiste bekommt' }, value: holds, format: 'count' },
    { id: 'noMajority', name: { en: 'Measures in which nobody has more than half', de: 'Maße, bei denen niemand mehr als die Hälfte hat' }, value: not, format: 'count' },
    { id: 'measures', name: { en: 'Measures that can be told', de: 'Maße, bei denen es sich sagen lässt' }, value: told.length, format: 'count' },
    ...told.flatMap(ofMeasure),
  ]
}
