import { toKeepers, type PlainToken, type Told } from '../plainStory'
import type { DayPrice } from '../prices'

interface Side { accounts: number; gone: number; cost: number; lost: number }

const none = (): Side => ({ accounts: 0, gone: 0, cost: 0, lost: 0 })

/**
 * Months in a row: what each account's tokens cost it by the mean price of the month in which they came, and what was given up below that. In the quarter with the
 * deepest falls: whether the smaller half leaves 1.25 times as often as the largest tenth, and loses 1.25 times as much of its cost.
 */
export function strongBearLosses({ protocol, months }: PlainToken, prices: ReadonlyMap<number, DayPrice>): { told: Told; exits: number[]; losses: number[]; worst: number } {
  const keepers = toKeepers(protocol)
  const priceOn = (day: number) => { const price = prices.get(day); return price && price.ether > 0 ? price.ether * price.dollars : null }
  const costs = new Map<string, number>()
  const told: { change: number; small: Side; large: Side }[] = []
  let before = new Map<string, number>()
  let ended: number | null = null
  for (const { end, owned } of months) {
    const [last, days] = [end / 86_400 - 1, new Date((end - 86_400) * 1000).getUTCDate()]
    const daily = Array.from({ length: days }, (_, place) => priceOn(last - place)).filter((price) => price !== null)
    const [mean, price] = [daily.reduce((sum, one) => sum + one, 0) / daily.length, priceOn(last)]
    const after = new Map([...owned].filter(([account]) => !keepers.has(account)))
    const sides = { small: none(), large: none() }
    for (const [place, [account, amount]] of [...before].sort(([, one], [, other]) => one - other).entries()) {
      const side = place < Math.floor(before.size / 2) ? sides.small : place >= Math.floor((9 * before.size) / 10) ? sides.large : none()
      const [left, cost] = [after.get(account) ?? 0, costs.get(account) ?? 0]
      side.accounts += 1
      side.cost += cost * amount
      if (left === 0) side.gone += 1
      if (left < amount && mean < cost) side.lost += (amount - left) * (cost - mean)
    }
    if (ended !== null && price !== null && before.size >= 100) told.push({ change: price / ended - 1, ...sides })
    for (const [account, amount] of after) {
      const held = before.get(account) ?? 0
      if (amount > held) costs.set(account, ((costs.get(account) ?? 0) * held + (mean || 0) * (amount - held)) / amount)
    }
    before = after
    ended = price
  }
  const worst = told.filter(({ change }) => change < 0).sort((one, other) => one.change - other.change).slice(0, Math.floor(told.length / 4))
  const rate = (side: 'small' | 'large', part: 'gone' | 'lost', whole: 'accounts' | 'cost') => worst.reduce((sum, one) => sum + one[side][part], 0) / worst.reduce((sum, one) => sum + one[side][whole], 0)
  const [exits, losses] = [(['small', 'large'] as const).map((side) => rate(side, 'gone', 'accounts')), (['small', 'large'] as const).map((side) => rate(side, 'lost', 'cost'))]
  const so = [exits, losses].filter(([small, large]) => small! > 0 && small! >= 1.25 * large!).length
  return { told: told.length < 12 || worst.length < 3 ? 'cannotBeTold' : so === 2 ? 'holds' : so === 1 ? 'mixed' : 'doesNotHold', exits, losses, worst: worst.length }
}
