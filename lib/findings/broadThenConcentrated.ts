import type { FindingFigure, Judgement } from '../domain/finding'
import { hhiPartIds, hhiPartNames, type HhiDrivers } from '../domain/hhiDrivers'
import type { Text } from '../domain/text'
import { leastHolders, leastMonths, toMeasureTrend, toTrendMonths, trendMetricIds, type MeasuredDay, type TrendMetricId } from '../metrics/monthlyTrends'
import { toDirection, type Trend } from '../metrics/trend'
import type { Thesis } from './thesis'

/** What the thesis is told by: a token's days under the lens of the headlines. */
export interface ConcentrationHistory {
  /** Oldest first, with `holders` and the measures of trends */
  days: readonly MeasuredDay[]
  /** By what its HHI changed; null where that was not worked out yet */
  drivers: HhiDrivers | null
}

/** So many of the three measures must say the same. */
const leastMeasures = 2

/** Which way is towards concentration. */
const towards: Record<TrendMetricId, 1 | -1> = { gini: 1, hhi: 1, nakamoto50: -1 }

const names: Record<TrendMetricId, Text> = {
  gini: { en: 'Gini coefficient', de: 'Gini-Koeffizient' },
  hhi: { en: 'HHI', de: 'HHI' },
  nakamoto50: { en: 'Nakamoto coefficient', de: 'Nakamoto-Koeffizient' },
}

/** Claim 1: what begins broad ends in few hands. */
export const broadThenConcentrated: Thesis<ConcentrationHistory> = {
  id: 'broadThenConcentrated',
  title: { en: 'Broad at first, concentrated later', de: 'Erst breit gestreut, dann konzentriert' },
  statement: {
    en: 'Tokens are given to many, and end with few: whatever begins broad becomes concentrated.',
    de: 'Token werden an viele ausgegeben und landen bei wenigen: Was breit beginnt, konzentriert sich.',
  },
  confirms: {
    en: 'Gini coefficient and HHI rise over the years and the Nakamoto coefficient falls, by more than chance would give.',
    de: 'Gini-Koeffizient und HHI steigen über die Jahre und der Nakamoto-Koeffizient fällt, stärker als durch Zufall.',
  },
  refutes: {
    en: 'None of the three moves towards concentration, or they move away from it: holdings stay as they are, or spread.',
    de: 'Keines der drei Maße bewegt sich in Richtung Konzentration, oder sie bewegen sich davon weg: Der Besitz bleibt, wie er ist, oder er verteilt sich.',
  },
  measure: {
    en: 'Gini coefficient, HHI and Nakamoto coefficient (strictly more than half) of what owners hold who can spend it: without treasury, burned, unvested and unclaimed tokens, contracts looked through, addresses of one owner as one. At the end of each month. The slope is the median of the slopes between all pairs of months (Theil 1950; Sen 1968), its certainty Mann and Kendall’s test, both corrected for months that resemble the one before (Hamed & Rao 1998).',
    de: 'Gini-Koeffizient, HHI und Nakamoto-Koeffizient (strikt mehr als die Hälfte) dessen, was Eigentümer halten, die darüber verfügen können: ohne Treasury, ohne verbrannte, gesperrte und nicht abgeholte Token, durch Contracts hindurchgesehen, Adressen eines Eigentümers als eine. Jeweils am Monatsende. Die Steigung ist der Median der Steigungen zwischen allen Paaren von Monaten (Theil 1950; Sen 1968), ihre Sicherheit der Test nach Mann und Kendall; beides ist darum berichtigt, dass ein Monat dem vorigen ähnelt (Hamed & Rao 1998).',
  },
  rule: {
    en: `Month ends from the first at which ${leastHolders} hold something; below ${leastMonths} it cannot be told. A measure moves where chance would give as much of a trend in fewer than 5 of 100 cases. The claim holds where at least ${leastMeasures} of the 3 measures move towards concentration and none away from it; it does not where none moves towards it; else it is mixed.`,
    de: `Monatsenden ab dem ersten, an dem ${leastHolders} etwas halten; unter ${leastMonths} lässt es sich nicht sagen. Ein Maß bewegt sich, wo der Zufall in weniger als 5 von 100 Fällen einen so starken Trend ergäbe. Die Behauptung trifft zu, wo mindestens ${leastMeasures} der 3 Maße sich in Richtung Konzentration bewegen und keines davon weg; sie trifft nicht zu, wo keines sich dorthin bewegt; sonst ist das Bild gemischt.`,
  },
  limits: [
    {
      en: 'It is about the direction. A token that was in few hands from its first day and stays there does not become concentrated.',
      de: 'Es geht um die Richtung. Ein Token, der vom ersten Tag an in wenigen Händen liegt und dort bleibt, konzentriert sich nicht.',
    },
    {
      en: 'One person may have many addresses, and an exchange’s address many people: both are known only as far as labels tell.',
      de: 'Ein Mensch kann viele Adressen haben, und hinter der Adresse einer Börse stehen viele Menschen: Beides ist nur bekannt, soweit Labels es sagen.',
    },
    {
      en: 'The test knows that a month resembles the one before, but a walk without any direction can look like a trend too: over few years more often than 5 times in 100.',
      de: 'Der Test weiß, dass ein Monat dem vorigen ähnelt; doch auch ein Gang ohne jede Richtung kann wie ein Trend aussehen, über wenige Jahre öfter als in 5 von 100 Fällen.',
    },
    {
      en: 'A straight line goes through all months, whatever rises and falls between them: from the first month alone to the last the figures may have moved the other way. The charts show each month.',
      de: 'Durch alle Monate wird eine Gerade gelegt, was dazwischen auch steigt und fällt: Allein vom ersten Monat zum letzten können sich die Zahlen anders bewegt haben. Die Diagramme zeigen jeden Monat.',
    },
    {
      en: 'Today’s labels count on every day of the past: who is treasury now was treasury then.',
      de: 'Die heutigen Labels gelten für jeden vergangenen Tag: Was jetzt Treasury ist, war es auch damals.',
    },
  ],
  lead: { figure: 'gini', name: { en: 'Gini coefficient: change a year', de: 'Gini-Koeffizient: Änderung im Jahr' }, format: 'index' },
  charts: ['concentrationTrend-gini', 'concentrationTrend-hhi', 'concentrationTrend-nakamoto50', 'trendsTable', 'hhiDrivers', 'publishedFigures'],
  judge,
}

function judge({ days, drivers }: ConcentrationHistory): Judgement {
  const ends = toTrendMonths(days)
  const series = trendMetricIds.map((id) => ({ id, ...toMeasureTrend(ends, id) }))
  const months = Math.min(...series.map(({ moments }) => moments.length))
  const trends = series.map(({ id, trend }) => ({ id, trend, direction: trend ? toDirection(trend) * towards[id] : 0 }))
  const count = (way: number) => trends.filter(({ direction }) => direction === way).length
  const [toFew, toMany] = [count(1), count(-1)]
  const figures: FindingFigure[] = [
    { id: 'months', name: { en: 'Month ends', de: 'Monatsenden' }, value: months, format: 'count' },
    ...series.flatMap(({ id, trend, moments }) => toFigures(id, trend, moments[0]?.value ?? null, moments.at(-1)?.value ?? null)),
    { id: 'toFew', name: { en: 'Measures that move towards concentration', de: 'Maße, die sich in Richtung Konzentration bewegen' }, value: toFew, format: 'count' },
    { id: 'toMany', name: { en: 'Measures that move away from it', de: 'Maße, die sich davon wegbewegen' }, value: toMany, format: 'count' },
    ...toPartFigures(drivers),
  ]
  if (months < leastMonths) return { verdict: 'cannotBeTold', reason: tooFew, figures }
  const verdict = toFew >= leastMeasures && toMany === 0 ? 'holds' : toFew === 0 ? 'doesNotHold' : 'mixed'
  return { verdict, reason, figures }
}

const tooFew: Text = {
  en: `Only {months} month ends are known at which enough hold it; it takes ${leastMonths}.`,
  de: `Erst {months} Monatsenden sind bekannt, an denen genug den Token halten; es braucht ${leastMonths}.`,
}

const reason: Text = {
  en: 'Over {months} month ends {toFew} of 3 measures move towards concentration and {toMany} away from it: a year the Gini coefficient changes by {gini} (95%: {gini.low} to {gini.high}), HHI by {hhi} ({hhi.low} to {hhi.high}) and the Nakamoto coefficient by {nakamoto50} ({nakamoto50.low} to {nakamoto50.high}).',
  de: 'Über {months} Monatsenden bewegen sich {toFew} von 3 Maßen in Richtung Konzentration und {toMany} davon weg: Im Jahr ändert sich der Gini-Koeffizient um {gini} (95 %: {gini.low} bis {gini.high}), der HHI um {hhi} ({hhi.low} bis {hhi.high}), der Nakamoto-Koeffizient um {nakamoto50} ({nakamoto50.low} bis {nakamoto50.high}).',
}

/** Slope with interval, how likely by chance, and both ends. */
function toFigures(id: TrendMetricId, trend: Trend | null, first: number | null, last: number | null): FindingFigure[] {
  const name = names[id]
  const [format, slopeFormat] = id === 'nakamoto50' ? (['count', 'ratio'] as const) : (['index', 'index'] as const)
  return [
    { id, name: { en: `${name.en}: change a year`, de: `${name.de}: Änderung im Jahr` }, value: trend?.slope ?? null, ...(trend && { low: trend.low, high: trend.high }), format: slopeFormat },
    { id: `${id}P`, name: { en: `${name.en}: so much of a trend by chance`, de: `${name.de}: ein so starker Trend durch Zufall` }, value: trend?.p ?? null, format: 'share' },
    { id: `${id}First`, name: { en: `${name.en} at the first month end`, de: `${name.de} am ersten Monatsende` }, value: first, format },
    { id: `${id}Last`, name: { en: `${name.en} at the last month end`, de: `${name.de} am letzten Monatsende` }, value: last, format },
  ]
}

/** By what the HHI changed over all months; null where that is not known. */
const toPartFigures = (drivers: HhiDrivers | null): FindingFigure[] => hhiPartIds.map((id) => {
  const parts = drivers?.months.flatMap((month) => (month.parts ? [month.parts[id]] : [])) ?? []
  return { id: `by${id.charAt(0).toUpperCase()}${id.slice(1)}`, name: { en: `Change of HHI by ${hhiPartNames[id].en}`, de: `Änderung des HHI: ${hhiPartNames[id].de}` }, value: parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0), format: 'index' }
})
