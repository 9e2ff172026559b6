import { toKeepers, type PlainToken, type Told } from '../plainStory'

/** ln n!, by adding. */
const logFactorial = (n: number) => Array.from({ length: n }, (_, place) => Math.log(place + 1)).reduce((sum, part) => sum + part, 0)
const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

/** That so many or more of `drawn` are among the `marked` of `all`: the hypergeometric distribution by its definition. */
function toChance(common: number, marked: number, drawn: number, all: number): number {
  let chance = 0
  for (let k = common; k <= Math.min(marked, drawn); k++) {
    if (drawn - k <= all - marked) chance += Math.exp(logChoose(marked, k) + logChoose(all - marked, drawn - k) - logChoose(all, drawn))
  }
  return chance
}

/** A tenth of a protocol's hundred largest on another list, and more in common than chance gives with half of the others, at 1 % over three pairs. */
export function largeEverywhere(tokens: readonly PlainToken[]): { told: Told; shared: number; common: number }[] {
  const people = tokens.map(({ protocol, now }) => {
    const keepers = toKeepers(protocol)
    return [...now].filter(([account]) => !keepers.has(account)).sort(([, one], [, other]) => other - one).map(([account]) => account)
  })
  const lists = people.map((all) => new Set(all.slice(0, 100)))
  const pairs = (tokens.length * (tokens.length - 1)) / 2
  return lists.map((list, place) => {
    const others = lists.flatMap((other, at) => (at === place ? [] : [{ other, all: new Set([...people[place]!, ...people[at]!]).size }]))
    const shared = [...list].filter((account) => others.some(({ other }) => other.has(account))).length
    const common = others.filter(({ other, all }) => toChance([...list].filter((account) => other.has(account)).length, list.size, other.size, all) * pairs <= 0.01).length
    const so = [shared * 10 >= list.size, common * 2 >= others.length].filter(Boolean).length
    return { told: so === 2 ? 'holds' : so === 1 ? 'mixed' : 'doesNotHold', shared, common }
  })
}
