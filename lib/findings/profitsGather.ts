import type { FindingFigure, Judgement } from '../domain/finding'
import { toDecimalString, toRatio } from '../domain/amount'
import type { Text } from '../domain/text'
import type { EarningsBySize } from '../liquidity/earningsBySize'
import type { Thesis } from './thesis'

/** What the providers of a protocol's pools earned together. */
export interface ProfitsEvidence {
  /** null with fewer than thirty providers */
  earnings: EarningsBySize | null
  providers: number
  pools: number
  /** Pools that are followed and not in it: not read, or without a price in the currency of the others */
  poolsLeftOut: number
  /** Whether amounts are dollars (10⁻¹⁸) */
  inDollars: boolean
}

const words = {
  few: { en: 'The pools have {providers} providers; tenths of them can be told from thirty on.', de: 'Die Pools haben {providers} Anbieter; Zehntel lassen sich ab dreißig bilden.' },
  nothing: { en: 'The {providers} providers have earned nothing yet.', de: 'Die {providers} Anbieter haben noch nichts verdient.' },
  told: {
    en: 'The largest tenth of {providers} providers got {topTenthEarned} of what all earned, the smaller half {smallerHalfEarned}.',
    de: 'Das größte Zehntel der {providers} Anbieter bekam {topTenthEarned} von dem, was alle verdienten, die kleinere Hälfte {smallerHalfEarned}.',
  },
} as const satisfies Record<string, Text>

export const profitsGather: Thesis<ProfitsEvidence> = {
  id: 'profitsGather',
  title: { en: 'Profits gather', de: 'Gewinne sammeln sich' },
  statement: {
    en: 'Anyone may provide liquidity and earn. Most earn a few dollars, a few earn thousands.',
    de: 'Liquidität anbieten und daran verdienen dürfen alle. Die meisten verdienen ein paar Dollar, wenige Tausende.',
  },
  confirms: {
    en: 'Most of what is earned goes to the largest tenth of providers, and hardly anything to the smaller half.',
    de: 'Das meiste, was verdient wird, geht an das größte Zehntel der Anbieter, und kaum etwas an die kleinere Hälfte.',
  },
  refutes: {
    en: 'The largest tenth gets less than half of what is earned, and the smaller half more than a tenth of it.',
    de: 'Das größte Zehntel bekommt weniger als die Hälfte des Verdienten und die kleinere Hälfte mehr als ein Zehntel davon.',
  },
  measure: {
    en: 'Fees and rewards that providers of the protocol’s pools earned so far, paid or owed, before gas, valued as on the page Profits: in dollars over all pools that have a price in them; where none has, in ether; else in the quote token of the pool with most providers. Providers stand in the order of the most that each had in at once, in all pools together; staked shares belong to who staked them. Nobody is left out; pools and results without a price are.',
    de: 'Gebühren und Belohnungen, die Anbieter der Pools des Protokolls bisher verdienten, gezahlt oder geschuldet, vor Gas, bewertet wie auf der Seite Gewinne: in Dollar über alle Pools, die einen Preis darin haben; wo keiner einen hat, in Ether; sonst im Notierungstoken des Pools mit den meisten Anbietern. Anbieter stehen in der Reihenfolge dessen, was jeder höchstens zugleich darin hatte, in allen Pools zusammen; gestakte Anteile gehören dem, der sie gestakt hat. Niemand ist weggelassen; Pools und Ergebnisse ohne Preis sind es.',
  },
  rule: {
    en: 'Holds where the largest tenth of providers got at least half of what all earned and the smaller half at most a tenth. Does not hold where neither is so; mixed where one is. With fewer than thirty providers, or where nothing was earned, it cannot be told.',
    de: 'Trifft zu, wo das größte Zehntel der Anbieter mindestens die Hälfte von dem bekam, was alle verdienten, und die kleinere Hälfte höchstens ein Zehntel. Trifft nicht zu, wo beides nicht so ist; gemischt, wo eines so ist. Bei weniger als dreißig Anbietern oder wo nichts verdient wurde, lässt es sich nicht sagen.',
  },
  limits: [
    {
      en: 'Who puts in more earns more: what the largest tenth had put in stands beside what it got. The claim is about where profits go, not about an unfair share.',
      de: 'Wer mehr einlegt, verdient mehr: Neben dem, was das größte Zehntel bekam, steht, was es eingelegt hatte. Die Behauptung sagt, wohin Gewinne gehen, nicht, dass die Teilung ungerecht ist.',
    },
    {
      en: 'A contract that provides for others counts as one provider, and somebody with several addresses as several.',
      de: 'Ein Contract, der für andere anbietet, zählt als ein Anbieter, und wer mehrere Adressen hat, als mehrere.',
    },
    {
      en: 'What staking contracts say that they owe counts as earned, at today’s price; small providers may leave it there the longer, or for good.',
      de: 'Was Staking-Contracts nach eigener Auskunft noch schulden, zählt zum heutigen Preis als verdient; kleine Anbieter lassen es vielleicht länger liegen oder holen es nie.',
    },
    {
      en: 'Only pools that are followed are counted, and only what they pay: a loss against holding is on the page Profits.',
      de: 'Gezählt sind nur verfolgte Pools und nur, was sie auszahlen: Ein Verlust gegenüber dem Halten steht auf der Seite Gewinne.',
    },
  ],
  lead: { figure: 'topTenthEarned', name: { en: 'Of what all earned, to the largest tenth of providers', de: 'Von allem Verdienten an das größte Zehntel der Anbieter' }, format: 'share' },
  charts: ['profitsBySize', 'earnedBySize'],
  judge,
}

function judge({ earnings, providers, pools, poolsLeftOut, inDollars }: ProfitsEvidence): Judgement {
  const { largestTenth: large, smallerHalf: small } = earnings ?? {}
  const dollars = (units: bigint | undefined) => (units === undefined || !inDollars ? null : Number(toDecimalString(units, 18)))
  const figures: FindingFigure[] = [
    { id: 'topTenthEarned', name: { en: 'Of what all earned, to the largest tenth of providers', de: 'Von allem Verdienten an das größte Zehntel der Anbieter' }, value: large?.earned.share ?? null, format: 'share' },
    { id: 'smallerHalfEarned', name: { en: 'Of what all earned, to the smaller half', de: 'Von allem Verdienten an die kleinere Hälfte' }, value: small?.earned.share ?? null, format: 'share' },
    { id: 'topTenthProvided', name: { en: 'Of what all had put in, by the largest tenth', de: 'Von allem Eingelegten durch das größte Zehntel' }, value: large?.provided.share ?? null, format: 'share' },
    { id: 'smallMedian', name: { en: 'Earned by one in the middle of the smaller half, dollars', de: 'Verdient von einem aus der Mitte der kleineren Hälfte, Dollar' }, value: dollars(small?.medianEarned), format: 'amount' },
    { id: 'largeMedian', name: { en: 'Earned by one in the middle of the largest tenth, dollars', de: 'Verdient von einem aus der Mitte des größten Zehntels, Dollar' }, value: dollars(large?.medianEarned), format: 'amount' },
    { id: 'timesAsMuch', name: { en: 'The latter in times of the former', de: 'Letzteres als Vielfaches von Ersterem' }, value: small && large && small.medianEarned > 0n ? toRatio(large.medianEarned, small.medianEarned) : null, format: 'ratio' },
    { id: 'smallLost', name: { en: 'Of the smaller half, who lost', de: 'Von der kleineren Hälfte mit Verlust' }, value: small?.lost ?? null, format: 'share' },
    { id: 'largeLost', name: { en: 'Of the largest tenth, who lost', de: 'Vom größten Zehntel mit Verlust' }, value: large?.lost ?? null, format: 'share' },
    { id: 'providers', name: { en: 'Providers', de: 'Anbieter' }, value: providers, format: 'count' },
    { id: 'pools', name: { en: 'Pools', de: 'Pools' }, value: pools, format: 'count' },
    { id: 'poolsLeftOut', name: { en: 'Pools left out: unread or without a price', de: 'Weggelassene Pools: ungelesen oder ohne Preis' }, value: poolsLeftOut, format: 'count' },
  ]
  const [top, half] = [large?.earned.share ?? null, small?.earned.share ?? null]
  if (top === null || half === null) return { verdict: 'cannotBeTold', reason: earnings ? words.nothing : words.few, figures }
  const so = [top >= 1 / 2, half <= 1 / 10].filter(Boolean).length
  return { verdict: so === 2 ? 'holds' : so === 1 ? 'mixed' : 'doesNotHold', reason: words.told, figures }
}
