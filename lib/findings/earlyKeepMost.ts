import { toRatio } from '../domain/amount'
import { insiderRoles, type CohortStudy } from '../domain/cohorts'
import type { FindingFigure, Judgement, Verdict } from '../domain/finding'
import type { Text } from '../domain/text'
import type { Thesis } from './thesis'

/** Fewer make tenths of less than ten; and within a year early and late cannot be told apart. */
const fewestReceivers = 100
const fewestDays = 365

const tail: Text = { en: 'of {receivers} receivers', de: 'von {receivers} Empfängern' }

const reasons: Readonly<Record<'both' | 'onlyTenth' | 'onlyHalf' | 'neither', { verdict: Verdict; text: Text }>> = {
  both: { verdict: 'holds', text: {
    en: `The first tenth ${tail.en} hold {firstTenth}, more than any other tenth ({largestOther} at most), and the earlier half hold {firstHalf}.`,
    de: `Das erste Zehntel ${tail.de} hält {firstTenth}, mehr als jedes andere Zehntel (höchstens {largestOther}), und die frühere Hälfte hält {firstHalf}.`,
  } },
  onlyTenth: { verdict: 'mixed', text: {
    en: `The first tenth ${tail.en} hold {firstTenth}, more than any other tenth ({largestOther} at most), but the earlier half together hold no more than {firstHalf}.`,
    de: `Das erste Zehntel ${tail.de} hält {firstTenth}, mehr als jedes andere Zehntel (höchstens {largestOther}), aber die frühere Hälfte zusammen nur {firstHalf}.`,
  } },
  onlyHalf: { verdict: 'mixed', text: {
    en: `The earlier half ${tail.en} hold {firstHalf}, but the first tenth hold {firstTenth} and a later tenth as much or more, {largestOther}.`,
    de: `Die frühere Hälfte ${tail.de} hält {firstHalf}, aber das erste Zehntel {firstTenth} und ein späteres ebenso viel oder mehr, {largestOther}.`,
  } },
  neither: { verdict: 'doesNotHold', text: {
    en: `The earlier half ${tail.en} hold no more than {firstHalf}, and of the tenths a later one holds most: {largestOther}, where the first hold {firstTenth}.`,
    de: `Die frühere Hälfte ${tail.de} hält nur {firstHalf}, und unter den Zehnteln hält ein späteres am meisten: {largestOther}, das erste dagegen {firstTenth}.`,
  } },
}

/** The early keep the most. */
export const earlyKeepMost: Thesis<CohortStudy> = {
  id: 'earlyKeepMost',
  title: { en: 'The early keep the most', de: 'Die Ersten behalten am meisten' },
  statement: {
    en: 'Whoever was there first still holds the most. What was given away to many at the start has since left their hands.',
    de: 'Wer zuerst da war, hält noch immer am meisten. Was am Anfang an viele verschenkt wurde, ist längst nicht mehr bei ihnen.',
  },
  confirms: {
    en: 'Of all who ever received the token, the first tenth hold more today than any other tenth, and the earlier half more than half.',
    de: 'Von allen, die den Token je empfangen haben, hält das erste Zehntel heute mehr als jedes andere, und die frühere Hälfte mehr als die Hälfte.',
  },
  refutes: {
    en: 'A later tenth holds at least as much as the first, and the earlier half no more than half: to have come early is then worth nothing.',
    de: 'Ein späteres Zehntel hält mindestens so viel wie das erste, und die frühere Hälfte nicht mehr als die Hälfte: Früh gekommen zu sein, ist dann nichts wert.',
  },
  measure: {
    en: 'All accounts that ever received the token, in the order of the blocks in which they first did, cut into ten groups of equal number; what each group holds today, its own and through contracts (after Nadler & Schär 2020), of what all of them hold. Addresses of one owner count as one, from the first of them on. Contracts, exchanges, treasuries and whoever else holds for others are left out, by their labels. Beside it stand, without deciding anything: the first hundred and the first hundredth of receivers, cohorts by quarter of first receipt, what receivers of airdrops and rewards still hold, and what insiders hold.',
    de: 'Alle Konten, die den Token je empfangen haben, in der Reihenfolge der Blöcke, in denen das zuerst geschah, in zehn gleich großen Gruppen; was jede Gruppe heute hält, selbst und über Contracts (nach Nadler & Schär 2020), gemessen an dem, was alle halten. Adressen eines Eigentümers zählen als einer, von der ersten an. Contracts, Börsen, Treasurys und wer sonst für andere hält, bleiben nach ihren Bezeichnungen außen vor. Daneben stehen, ohne mitzuentscheiden: die ersten hundert und das erste Hundertstel der Empfänger, Kohorten nach dem Quartal des ersten Empfangs, was Empfänger von Airdrops und Belohnungen noch halten und was Insider halten.',
  },
  rule: {
    en: `It holds where the first tenth hold more than each other tenth and the first five tenths more than half. It does not where neither is so; where one is, the picture is mixed. It cannot be told of fewer than ${fewestReceivers} receivers or in the first ${fewestDays} days.`,
    de: `Sie trifft zu, wo das erste Zehntel mehr hält als jedes andere und die ersten fünf Zehntel mehr als die Hälfte. Sie trifft nicht zu, wo keines von beidem gilt; wo eines gilt, ist das Bild gemischt. Bei weniger als ${fewestReceivers} Empfängern oder in den ersten ${fewestDays} Tagen lässt es sich nicht sagen.`,
  },
  limits: [
    {
      en: 'An account may have been early and bought most of what it has later: what counts is what it holds today, not when it got it.',
      de: 'Ein Konto kann früh gekommen sein und das meiste erst später gekauft haben: Es zählt, was es heute hält, nicht wann es dazu kam.',
    },
    {
      en: 'Who moves to a new address begins anew, unless it is known that both are one owner’s; whoever bought early on an exchange and took the tokens out later counts as late.',
      de: 'Wer zu einer neuen Adresse wechselt, fängt von vorn an, außer es ist bekannt, dass beide demselben gehören; wer früh an einer Börse kaufte und die Token später abzog, gilt als spät.',
    },
    {
      en: 'One large account can make its tenth the largest. Contracts that nobody labelled count as people.',
      de: 'Ein einziges großes Konto kann sein Zehntel zum größten machen. Contracts ohne Bezeichnung zählen als Menschen.',
    },
    {
      en: 'Of accounts whose first tokens came in one block the order is not known; they are taken in the order of their addresses.',
      de: 'Bei Konten, deren erste Token im selben Block kamen, ist die Reihenfolge nicht bekannt; sie stehen nach Adressen geordnet.',
    },
  ],
  lead: { figure: 'firstTenth', name: { en: 'Held by the first tenth of receivers', de: 'Bestand des ersten Zehntels der Empfänger' }, format: 'share' },
  charts: ['arrivalTenths', 'earlyHolders', 'cohortShares', 'cohortsTable', 'cohortsOverTime', 'payoutsKept', 'payoutsTable', 'insidersOverTime', 'vestingPaid'],
  judge: (study) => {
    const last = study.months.at(-1)
    const days = last ? toDays(study.cohorts[0]!.from, last.day) : 0
    const figures = toFigures(study, days)
    if (!last || sum(last.tenths) === 0n) return { verdict: 'cannotBeTold', reason: { en: 'None of the receivers who count holds anything.', de: 'Keiner der Empfänger, die zählen, hält etwas.' }, figures }
    if (study.receivers < fewestReceivers) return {
      verdict: 'cannotBeTold',
      reason: { en: `Only {receivers} accounts ever received any, fewer than the ${fewestReceivers} that tenths take.`, de: `Nur {receivers} Konten haben je etwas empfangen, weniger als die ${fewestReceivers}, die Zehntel brauchen.` },
      figures,
    }
    if (days < fewestDays) return {
      verdict: 'cannotBeTold',
      reason: { en: `The first receipt was only {days} days ago; early and late can be told apart after ${fewestDays}.`, de: `Der erste Empfang liegt nur {days} Tage zurück; früh und spät lassen sich nach ${fewestDays} unterscheiden.` },
      figures,
    }
    const [first = 0n, ...others] = last.tenths
    const isLargest = others.every((other) => other < first)
    const isMoreThanHalf = sum(last.tenths.slice(0, 5)) * 2n > sum(last.tenths)
    const { verdict, text } = reasons[isLargest ? (isMoreThanHalf ? 'both' : 'onlyTenth') : isMoreThanHalf ? 'onlyHalf' : 'neither']
    return { verdict, reason: text, figures } satisfies Judgement
  },
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)
const toDays = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
const ratio = (part: bigint, whole: bigint): number | null => (whole > 0n ? toRatio(part, whole) : null)

function toFigures({ receivers, cohorts, months, insiders, insiderMonths, payouts }: CohortStudy, days: number): FindingFigure[] {
  const last = months.at(-1)
  const tenths = last?.tenths ?? []
  // Those who own some through contracts only came at no known time: they are in no tenth, and in no share of tenths.
  const dated = sum(tenths)
  const share = (id: string, en: string, de: string, value: number | null): FindingFigure => ({ id, name: { en, de }, value, format: 'share' })
  const count = (id: string, en: string, de: string, value: number): FindingFigure => ({ id, name: { en, de }, value, format: 'count' })
  const [payout] = payouts
  const [earliest] = cohorts
  const hasInsiders = insiderRoles.some((role) => insiders[role] > 0)
  const ofInsiders = (month: CohortStudy['insiderMonths'][number] | undefined) => (month && hasInsiders ? ratio(sum(insiderRoles.map((role) => month.byRole[role])), month.supply) : null)
  return [
    share('firstTenth', 'Held by the first tenth of receivers', 'Bestand des ersten Zehntels der Empfänger', ratio(tenths[0] ?? 0n, dated)),
    share('largestOther', 'Held by the largest other tenth', 'Bestand des größten anderen Zehntels', ratio(tenths.slice(1).reduce((most, amount) => (amount > most ? amount : most), 0n), dated)),
    share('firstHalf', 'Held by the earlier half of receivers', 'Bestand der früheren Hälfte der Empfänger', ratio(sum(tenths.slice(0, 5)), dated)),
    share('firstHundred', 'Held by the first hundred receivers', 'Bestand der ersten hundert Empfänger', ratio(last?.firstHundred ?? 0n, dated)),
    share('firstPercent', 'Held by the first hundredth of receivers', 'Bestand des ersten Hundertstels der Empfänger', ratio(last?.firstPercent ?? 0n, dated)),
    share('firstQuarter', 'Held by those who came in the first quarter', 'Bestand derer, die im ersten Quartal kamen', ratio(last?.cohorts[0] ?? 0n, dated)),
    share('firstQuarterReceivers', 'Their share of all receivers', 'Ihr Anteil an allen Empfängern', receivers > 0 && earliest ? earliest.receivers / receivers : null),
    share('payoutKept', 'Of what the distributor with most receivers paid them, still with them', 'Was vom Verteiler mit den meisten Empfängern noch bei diesen liegt', payout ? ratio(payout.months.at(-1)!.kept, payout.received) : null),
    share('payoutNothing', 'Share of its receivers who hold nothing any more', 'Anteil dieser Empfänger, die nichts mehr halten', payout && payout.receivers > 0 ? payout.holdNothing / payout.receivers : null),
    share('insidersFirst', 'Held by insiders and treasury at the end of the first month', 'Bestand von Insidern und Treasury am Ende des ersten Monats', ofInsiders(insiderMonths[0])),
    share('insidersNow', 'Held by insiders and treasury now', 'Bestand von Insidern und Treasury jetzt', ofInsiders(insiderMonths.at(-1))),
    count('receivers', 'Accounts that ever received any', 'Konten, die je etwas empfangen haben', receivers),
    count('days', 'Days since the first receipt', 'Tage seit dem ersten Empfang', days),
  ]
}
