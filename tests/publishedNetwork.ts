import type { Database } from '@/db/database'
import { saveStudy } from '@/db/studies'
import type { Address } from '@/lib/domain/address'
import type { DelegatedStakes, NetworkMonth, StakeOperator } from '@/lib/domain/delegatedStakes'
import { toShareFigures } from '@/lib/metrics/shareFigures'

const toAddress = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const unit = 10n ** 18n

/** Twenty-two operators, so that not all are drawn: the first, whose label means harm, with most; the last two with nothing left, one of them paid. */
const operators = Array.from({ length: 22 }, (_, place): StakeOperator => {
  const stake = place > 19 ? 0n : unit * BigInt(40 - 2 * place)
  return {
    account: toAddress(place + 1), stake, own: stake / 4n, delegators: place > 19 ? 0 : 3,
    rewards: stake / 8n, kept: stake / 64n, rewardsOfYear: stake / 16n, fees: place === 20 ? unit : stake / 32n, feesOfYear: place === 20 ? unit : stake / 64n,
  }
})
const figuresOf = (of: (operator: StakeOperator) => bigint) => toShareFigures(operators.map((operator) => ({ account: operator.account, amount: of(operator) })))
const bonds = operators.flatMap(({ account, stake, own }, place) => [{ account, amount: own }, { account: toAddress(1000 + place), amount: stake - own }])

/** Months in which the first operator's part grows. In the second customers paid nobody. */
const months = Array.from({ length: 14 }, (_, place): NetworkMonth => {
  const grown = (of: (operator: StakeOperator) => bigint) => figuresOf((operator) => of(operator) * (operator === operators[0] ? BigInt(place + 1) : 1n))
  return {
    day: new Date(Date.UTC(2024, place + 9, 0)).toISOString().slice(0, 10), block: place,
    byOperator: grown(({ stake }) => stake), byDelegator: toShareFigures(bonds), rewards: grown(({ rewards }) => rewards), fees: place === 1 ? toShareFigures([]) : grown(({ fees }) => fees),
  }
})

export const publishedNetwork: DelegatedStakes = {
  networks: [{
    contract: toAddress(0xbd), name: 'Bonded =1+1', feesIn: 'ether', operators,
    byOperator: figuresOf(({ stake }) => stake), byDelegator: toShareFigures(bonds), earnedByDelegator: toShareFigures(bonds),
    rewardsOfYear: figuresOf(({ rewardsOfYear }) => rewardsOfYear), feesOfYear: figuresOf(({ feesOfYear }) => feesOfYear), months,
  }],
}

/** A made-up protocol's network of operators. */
export const fillNetwork = (database: Database, slug: string): Promise<void> =>
  saveStudy(database, slug, { id: 'delegatedStakes', day: '2025-10-31', block: 13, recipe: 'made up', result: publishedNetwork })
