import { expect, it } from 'vitest'
import { toChartGroups } from './chartGroups'
import { charts } from './charts'

it('each chart is in one group, whose first needs all that the others need and looks at it alike', () => {
  const ofToken = charts.filter(({ scopes }) => scopes.includes('token'))
  const groups = toChartGroups(ofToken)
  expect(groups.flat().map(({ id }) => id).sort()).toEqual(ofToken.map(({ id }) => id).sort())
  expect(groups.length).toBeLessThan(ofToken.length)
  for (const [first, ...others] of groups) for (const other of others) {
    expect(first!.needs, `${first!.id} before ${other.id}`).toEqual(expect.arrayContaining([...other.needs]))
    expect([other.lenses, other.days, other.fixed]).toEqual([first!.lenses, first!.days, first!.fixed])
  }
})
