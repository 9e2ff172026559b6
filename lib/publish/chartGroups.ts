import type { Chart } from './view'

/**
 * Charts of a token in groups that are made from one edition each: the first of a group needs all that the others need, and looks at it as they do.
 *
 * @example toChartGroups([decisionRates, lorenz, decisionsOverTime]).map((group) => group.map(({ id }) => id)) // [['decisionRates', 'decisionsOverTime'], ['lorenz']]
 */
export function toChartGroups(charts: readonly Chart[]): Chart[][] {
  const groups: Chart[][] = []
  const isWithin = (one: Chart, { needs, lenses, days, fixed }: Chart) => one.lenses === lenses && one.days === days && one.fixed === fixed && one.needs.every((part) => needs.includes(part))
  for (const chart of [...charts].sort((a, b) => b.needs.length - a.needs.length)) {
    const group = groups.find(([first]) => isWithin(chart, first!))
    if (group) group.push(chart)
    else groups.push([chart])
  }
  return groups
}
