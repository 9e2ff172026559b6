import type { FindingFigure, Judgement } from '../domain/finding'
import type { Growth } from '../domain/growth'
import type { Text } from '../domain/text'
import { fewestMonths } from '../metrics/attachment'
import type { Thesis } from './thesis'

/** By so much the share of the largest tenth must rise in a year. */
const leastRise = 0.01

const words = {
  few: {
    en: 'Only {months} months begin with at least 100 holders; it takes twelve with something gained, and a year to look ahead.',
    de: 'Nur {months} Monate beginnen mit mindestens 100 Haltern; es braucht zwölf mit Zuwächsen und ein Jahr, um vorauszuschauen.',
  },
  flat: {
    en: 'Over {months} months sizes and gains do not allow an exponent.',
    de: 'Über {months} Monate erlauben Größen und Zuwächse keinen Exponenten.',
  },
  told: {
    en: 'Gains go with size to the power {alpha} ({alpha.low} to {alpha.high}; 1 is in proportion). Of what those had who held at a month’s end, the largest tenth had {leadersBefore}, and the same accounts {leadersAfter} a year later (medians).',
    de: 'Zuwächse gehen mit der Größe hoch {alpha} ({alpha.low} bis {alpha.high}; 1 heißt im Verhältnis). Von dem, was die Halter eines Monatsendes hatten, hatte das größte Zehntel {leadersBefore}, und dieselben Konten hatten ein Jahr später {leadersAfter} (Mediane).',
  },
} as const satisfies Record<string, Text>

export const wealthBreedsWealth: Thesis<Growth> = {
  id: 'wealthBreedsWealth',
  title: { en: 'Wealth breeds wealth', de: 'Wer hat, dem wird gegeben' },
  statement: {
    en: 'Whoever has much gets more: large holdings grow faster than small ones.',
    de: 'Wer viel hat, bekommt mehr dazu: Große Bestände wachsen schneller als kleine.',
  },
  confirms: {
    en: 'The large gain more than in proportion to what they have, and the same accounts have a larger share a year later.',
    de: 'Die Großen gewinnen mehr hinzu, als ihrem Bestand entspricht, und dieselben Konten haben ein Jahr später einen größeren Anteil.',
  },
  refutes: {
    en: 'The large gain less than in proportion, and their share has not grown a year later.',
    de: 'Die Großen gewinnen weniger hinzu, als ihrem Bestand entspricht, und ihr Anteil ist ein Jahr später nicht gewachsen.',
  },
  measure: {
    en: 'From end of month to end of month: what those gain who have more than before, against what they had. The exponent α of gains that go with size^α is fitted by maximum likelihood with a level of its own for each month (preferential attachment, after Kondor, Pósfai, Csabai and Vattay 2014, who found it below 1 for bitcoin); its 95% interval leaves out one month after the other (jackknife). Beside it the exponent by their rank transform, that of losses, and the share of the largest tenth among all who held at a month’s end, then and of the same accounts twelve months later. Holders are owners behind contracts, addresses of one owner as one, without exchanges, contracts that nobody is known for, the treasury and what cannot be spent, and without who holds less than a billionth of the whole.',
    de: 'Von Monatsende zu Monatsende: was diejenigen hinzugewinnen, die mehr haben als zuvor, gegen das, was sie hatten. Der Exponent α von Zuwächsen, die mit Größe^α gehen, ist mit größter Wahrscheinlichkeit geschätzt, mit eigenem Niveau für jeden Monat (bevorzugtes Wachstum, nach Kondor, Pósfai, Csabai und Vattay 2014, die ihn bei Bitcoin unter 1 fanden); sein 95-%-Intervall lässt einen Monat nach dem anderen weg (Jackknife). Daneben der Exponent nach ihrer Rangtransformation, der der Verluste und der Anteil des größten Zehntels unter allen Haltern eines Monatsendes, damals und bei denselben Konten zwölf Monate später. Halter sind Eigentümer hinter Contracts, Adressen eines Eigentümers als einer, ohne Börsen, Contracts ohne bekannten Eigentümer, Treasury und was sich nicht ausgeben lässt, und ohne wer weniger als ein Milliardstel des Ganzen hält.',
  },
  rule: {
    en: 'Holds where the whole interval of α lies above 1 and the share of the largest tenth rises within a year by at least one percentage point, in the median of all starts. Does not hold where the whole interval lies below 1 and the share does not rise by so much. Mixed otherwise. With fewer than twelve months that begin with at least 100 holders, or no start with a year after it, it cannot be told.',
    de: 'Trifft zu, wo das ganze Intervall von α über 1 liegt und der Anteil des größten Zehntels binnen eines Jahres um mindestens einen Prozentpunkt steigt, im Median aller Anfänge. Trifft nicht zu, wo das ganze Intervall unter 1 liegt und der Anteil nicht so stark steigt. Sonst gemischt. Bei weniger als zwölf Monaten, die mit mindestens 100 Haltern beginnen, oder ohne einen Anfang mit einem Jahr danach lässt es sich nicht sagen.',
  },
  limits: [
    {
      en: 'Gains are tokens that came, bought, earned or moved there by the same owner from an account that nobody knows to be theirs. What exchanges hold for customers is in no account of theirs.',
      de: 'Zuwächse sind Token, die hinzukamen: gekauft, verdient oder vom selben Eigentümer von einem Konto dorthin geschoben, das niemand als seines kennt. Was Börsen für Kunden halten, steht auf keinem ihrer Konten.',
    },
    {
      en: 'Those who are large at some moment are partly so by chance, and fall back: the share of the same accounts says less for the claim than there is in it.',
      de: 'Wer zu einem Zeitpunkt groß ist, ist es zum Teil durch Zufall und fällt zurück: Der Anteil derselben Konten spricht schwächer für die Behauptung, als es ihr zusteht.',
    },
    {
      en: 'Where a few large accounts make most of the gains, the interval is too narrow: in simulations with 300 very unequal holders it held the true exponent in about 83 of 100 cases with twelve months, and in about 90 with 24.',
      de: 'Wo wenige große Konten die meisten Zuwächse ausmachen, ist das Intervall zu schmal: In Simulationen mit 300 sehr ungleichen Haltern enthielt es den wahren Exponenten bei zwölf Monaten in etwa 83 von 100 Fällen, bei 24 in etwa 90.',
    },
    {
      en: 'Only the largest holders were ever asked whether they are contracts; small contracts pass for people. Within a month gains and losses of an account are netted.',
      de: 'Nur die größten Halter wurden je gefragt, ob sie Contracts sind; kleine Contracts gelten als Personen. Innerhalb eines Monats heben sich Zu- und Abgänge eines Kontos auf.',
    },
  ],
  lead: { figure: 'alpha', name: { en: 'Exponent of gains against size; 1 is in proportion', de: 'Exponent der Zuwächse gegen die Größe; 1 heißt im Verhältnis' }, format: 'ratio' },
  charts: ['growthAgainstSize', 'largestHoldersStay', 'rankMobility'],
  judge,
}

function judge({ months, holders, gains, losses, leaders, staying }: Growth): Judgement {
  const later = staying.find((one) => one.months === 12)
  const figures: FindingFigure[] = [
    { id: 'alpha', name: { en: 'Exponent of gains', de: 'Exponent der Zuwächse' }, value: gains?.alpha ?? null, ...(gains ? { low: gains.low, high: gains.high } : {}), format: 'ratio' },
    { id: 'alphaByRanks', name: { en: 'The same by the rank transform', de: 'Derselbe nach der Rangtransformation' }, value: gains?.byRanks ?? null, format: 'ratio' },
    { id: 'distance', name: { en: 'Distance of gains from a power law, 0 to 1', de: 'Abstand der Zuwächse von einem Potenzgesetz, 0 bis 1' }, value: gains?.distance ?? null, format: 'index' },
    { id: 'alphaLosses', name: { en: 'Exponent of losses', de: 'Exponent der Verluste' }, value: losses?.alpha ?? null, ...(losses ? { low: losses.low, high: losses.high } : {}), format: 'ratio' },
    { id: 'leadersBefore', name: { en: 'Share of the largest tenth, median', de: 'Anteil des größten Zehntels, Median' }, value: leaders?.before ?? null, format: 'share' },
    { id: 'leadersAfter', name: { en: 'Share of the same accounts a year later, median', de: 'Anteil derselben Konten ein Jahr später, Median' }, value: leaders?.after ?? null, format: 'share' },
    { id: 'leadersChange', name: { en: 'Change of this share, median', de: 'Änderung dieses Anteils, Median' }, value: leaders?.change ?? null, format: 'share' },
    { id: 'leadersRose', name: { en: 'Starts after which it rose', de: 'Anfänge, nach denen er stieg' }, value: leaders ? leaders.rose / leaders.starts : null, format: 'share' },
    { id: 'tenStay', name: { en: 'Of the ten largest, still among them a year later', de: 'Von den zehn größten ein Jahr später noch darunter' }, value: later?.ten ?? null, format: 'share' },
    { id: 'tenthStay', name: { en: 'Of the largest tenth, still in it a year later', de: 'Vom größten Zehntel ein Jahr später noch darin' }, value: later?.tenth ?? null, format: 'share' },
    { id: 'holders', name: { en: 'Holders, median', de: 'Halter, Median' }, value: holders, format: 'amount' },
    { id: 'months', name: { en: 'Months', de: 'Monate' }, value: months, format: 'count' },
  ]
  if (!gains || !leaders) return { verdict: 'cannotBeTold', reason: !gains && leaders && months >= fewestMonths ? words.flat : words.few, figures }
  const rises = leaders.change >= leastRise
  return { verdict: gains.low > 1 && rises ? 'holds' : gains.high < 1 && !rises ? 'doesNotHold' : 'mixed', reason: words.told, figures }
}
