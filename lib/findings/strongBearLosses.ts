import type { BadMonths } from '../domain/badMonths'
import type { FindingFigure, Judgement } from '../domain/finding'
import type { Text } from '../domain/text'
import { sumClasses, toRate, toWorstMonths } from '../metrics/growth/worstMonths'
import { toMedian } from '../metrics/median'
import type { Thesis } from './thesis'

/** What happened while the price moved, and beside it how many providers of its pools have a loss; null where too few provide. */
export interface BadMonthsEvidence {
  study: BadMonths
  providers: { smallerHalf: number; largestTenth: number } | null
}

/** So many times as much must the small bear. */
const muchMore = 1.25
const fewestMonths = 12
const fewestWorst = 3

const words = {
  few: {
    en: 'Of {months} months with a price and at least 100 holders {worstMonths} are bad ones; it takes twelve, and three bad ones.',
    de: 'Von {months} Monaten mit einem Preis und mindestens 100 Haltern sind {worstMonths} schlecht; es braucht zwölf und drei schlechte.',
  },
  told: {
    en: 'In the {worstMonths} worst months (price {worstChange} in the median) {exitsSmall} of the smaller half left each month and {exitsLarge} of the largest tenth; of what their tokens had cost, the former gave up {lossSmall} a month at a loss, the latter {lossLarge}.',
    de: 'In den {worstMonths} schlechtesten Monaten (Preis {worstChange} im Median) stiegen von der kleineren Hälfte monatlich {exitsSmall} aus, vom größten Zehntel {exitsLarge}; vom Einstandswert verloren die einen durch Abgabe unter Einstand {lossSmall} im Monat, die anderen {lossLarge}.',
  },
} as const satisfies Record<string, Text>

export const strongBearLosses: Thesis<BadMonthsEvidence> = {
  id: 'strongBearLosses',
  title: { en: 'The strong bear losses better', de: 'Die Starken tragen Verluste leichter' },
  statement: {
    en: 'When prices fall, small holders get out and take their losses, while the large can wait.',
    de: 'Wenn Kurse fallen, steigen die Kleinen mit Verlust aus, während die Großen warten können.',
  },
  confirms: {
    en: 'In the worst months the small leave far more often than the large, and lose far more of what they had paid by selling below it.',
    de: 'In den schlechtesten Monaten steigen die Kleinen weit häufiger aus als die Großen und verlieren durch Verkauf unter Einstand weit mehr von dem, was sie gezahlt hatten.',
  },
  refutes: {
    en: 'In the worst months the large leave and lose about as much as the small, or more.',
    de: 'In den schlechtesten Monaten steigen die Großen etwa ebenso häufig aus und verlieren ebenso viel wie die Kleinen, oder mehr.',
  },
  measure: {
    en: 'The price of the token in its pools, in dollars where they lead there, else in ether. The worst months are the quarter of all with the deepest falls from end of month to end of month. Holders are sorted by what they had when a month began: the smaller half, and the largest tenth. Counted is who held nothing at its end, and what was given up below its cost, as a share of what all tokens of the class had cost (realised losses). A token costs its owner the mean price of the month in which it came; of several, their mean. Beside it the same in all other months, the deepest fall of all, and how many providers of the pools have a loss. Holders are owners behind contracts, addresses of one owner as one, without exchanges, contracts that nobody is known for, the treasury and what cannot be spent, and without who holds less than a billionth of the whole.',
    de: 'Der Preis des Tokens in seinen Pools, in Dollar, wo sie dorthin führen, sonst in Ether. Die schlechtesten Monate sind das Viertel aller Monate mit den tiefsten Rückgängen von Monatsende zu Monatsende. Halter sind nach dem sortiert, was sie zu Beginn eines Monats hatten: die kleinere Hälfte und das größte Zehntel. Gezählt ist, wer am Ende nichts mehr hielt, und was unter Einstand abgegeben wurde, als Anteil an dem, was alle Token der Klasse gekostet hatten (realisierte Verluste). Ein Token kostet seinen Eigentümer den mittleren Preis des Monats, in dem er kam; von mehreren gilt ihr Mittel. Daneben dasselbe in allen anderen Monaten, der tiefste Rückgang überhaupt und wie viele Anbieter der Pools einen Verlust haben. Halter sind Eigentümer hinter Contracts, Adressen eines Eigentümers als einer, ohne Börsen, Contracts ohne bekannten Eigentümer, Treasury und was sich nicht ausgeben lässt, und ohne wer weniger als ein Milliardstel des Ganzen hält.',
  },
  rule: {
    en: 'Holds where in the worst months the smaller half leaves at least 1.25 times as often as the largest tenth and gives up at a loss at least 1.25 times as much of its cost. Does not hold where neither is so; mixed where one is. With fewer than twelve months that have a price and at least 100 holders, or fewer than three of them bad, it cannot be told.',
    de: 'Trifft zu, wo in den schlechtesten Monaten die kleinere Hälfte mindestens 1,25-mal so häufig aussteigt wie das größte Zehntel und mindestens 1,25-mal so viel ihres Einstands unter Einstand abgibt. Trifft nicht zu, wo beides nicht so ist; gemischt, wo eines so ist. Bei weniger als zwölf Monaten mit einem Preis und mindestens 100 Haltern oder weniger als drei schlechten darunter lässt es sich nicht sagen.',
  },
  limits: [
    {
      en: 'Small holders leave more often in any month. The figures of all other months stand beside for that; the rule asks only who bears the bad ones.',
      de: 'Kleine steigen in jedem Monat häufiger aus. Dafür stehen die Zahlen aller anderen Monate daneben; die Regel fragt nur, wer die schlechten trägt.',
    },
    {
      en: 'Whoever gives tokens away or moves them to an account that nobody knows to be theirs counts as selling at the month’s price. What was given for nothing counts as bought at it: losses against what was really paid are not known.',
      de: 'Wer Token verschenkt oder auf ein Konto schiebt, das niemand als seines kennt, gilt als Verkäufer zum Preis des Monats. Was umsonst kam, gilt als zum Monatspreis gekauft: Verluste gegenüber dem wirklich Gezahlten sind nicht bekannt.',
    },
    {
      en: 'A loss weighs more for whoever has little beside it. What else holders own, elsewhere or in other tokens, is in no figure.',
      de: 'Ein Verlust wiegt schwerer für den, der daneben wenig hat. Was Halter sonst noch besitzen, anderswo oder in anderen Token, steht in keiner Zahl.',
    },
  ],
  lead: { figure: 'exitGap', name: { en: 'How much more of the smaller half than of the largest tenth leaves in a bad month', de: 'Um wie viel mehr von der kleineren Hälfte als vom größten Zehntel in einem schlechten Monat aussteigt' }, format: 'share' },
  charts: ['worstMonthsExits', 'worstMonthsLosses', 'deepestFall', 'worstMonthsTable', 'lossesTable'],
  judge,
}

function judge({ study: { months, fall }, providers }: BadMonthsEvidence): Judgement {
  const worst = toWorstMonths(months)
  const other = months.filter((month) => !worst.includes(month))
  const [small, large] = [sumClasses(worst, ['small']), sumClasses(worst, ['ten', 'tenth'])]
  const [otherSmall, otherLarge] = [sumClasses(other, ['small']), sumClasses(other, ['ten', 'tenth'])]
  const exits = { small: toRate(small.gone, small.accounts), large: toRate(large.gone, large.accounts) }
  const losses = { small: toRate(small.lost, small.cost), large: toRate(large.lost, large.cost) }
  const [fallen, fallenTen, fallenTenth] = [fall?.classes[3], fall?.classes[0], fall?.classes[1]]
  const share = (id: string, en: string, de: string, value: number | null): FindingFigure => ({ id, name: { en, de }, value, format: 'share' })
  const figures: FindingFigure[] = [
    share('exitGap', 'Smaller half less largest tenth: who leaves in a bad month', 'Kleinere Hälfte abzüglich größtes Zehntel: wer in einem schlechten Monat aussteigt', exits.small === null || exits.large === null ? null : exits.small - exits.large),
    share('exitsSmall', 'Of the smaller half, who leaves in a bad month', 'Von der kleineren Hälfte, wer in einem schlechten Monat aussteigt', exits.small),
    share('exitsLarge', 'Of the largest tenth, who leaves in a bad month', 'Vom größten Zehntel, wer in einem schlechten Monat aussteigt', exits.large),
    share('exitsSmallOther', 'Of the smaller half, in all other months', 'Von der kleineren Hälfte in allen anderen Monaten', toRate(otherSmall.gone, otherSmall.accounts)),
    share('exitsLargeOther', 'Of the largest tenth, in all other months', 'Vom größten Zehntel in allen anderen Monaten', toRate(otherLarge.gone, otherLarge.accounts)),
    share('lossSmall', 'Realised losses of the smaller half in a bad month, of its cost', 'Realisierte Verluste der kleineren Hälfte in einem schlechten Monat, am Einstand', losses.small),
    share('lossLarge', 'Realised losses of the largest tenth in a bad month, of its cost', 'Realisierte Verluste des größten Zehntels in einem schlechten Monat, am Einstand', losses.large),
    share('fallChange', 'Deepest fall of the price', 'Tiefster Rückgang des Preises', fall?.change ?? null),
    share('fallSmall', 'Of the smaller half, gone at its end', 'Von der kleineren Hälfte an dessen Ende ausgestiegen', fallen ? toRate(fallen.gone, fallen.accounts) : null),
    share('fallLarge', 'Of the largest tenth, gone at its end', 'Vom größten Zehntel an dessen Ende ausgestiegen', fallenTen && fallenTenth ? toRate(fallenTen.gone + fallenTenth.gone, fallenTen.accounts + fallenTenth.accounts) : null),
    share('providersSmall', 'Of the smaller half of pool providers, with a loss', 'Von der kleineren Hälfte der Pool-Anbieter mit Verlust', providers?.smallerHalf ?? null),
    share('providersLarge', 'Of the largest tenth of pool providers, with a loss', 'Vom größten Zehntel der Pool-Anbieter mit Verlust', providers?.largestTenth ?? null),
    share('worstChange', 'Price in a bad month, median', 'Preis in einem schlechten Monat, Median', worst.length === 0 ? null : toMedian(worst.map(({ change }) => change))),
    { id: 'worstMonths', name: { en: 'Bad months', de: 'Schlechte Monate' }, value: worst.length, format: 'count' },
    { id: 'months', name: { en: 'Months', de: 'Monate' }, value: months.length, format: 'count' },
  ]
  if (months.length < fewestMonths || worst.length < fewestWorst) return { verdict: 'cannotBeTold', reason: words.few, figures }
  const bears = ({ small: one, large: other }: typeof exits) => one !== null && other !== null && one > 0 && one >= muchMore * other
  const so = [exits, losses].filter(bears).length
  return { verdict: so === 2 ? 'holds' : so === 1 ? 'mixed' : 'doesNotHold', reason: words.told, figures }
}
