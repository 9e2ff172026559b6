import { formatAmount, formatNumber } from '@/lib/views/format'
import { toTable } from '../toTable'
import type { ListPower, VoterPower } from './measurePower'

/** So many voters fit a terminal. */
const shown = 30

/**
 * The power of a list's voters for a terminal: what was asked and how it was found, then one line for each of the largest.
 *
 * @example toText('delegates.csv', power) // 'delegates.csv\n3 voters, 51 needed; exact: every way to vote counted\n\nvoter …'
 */
export function toText(file: string, power: ListPower): string {
  const { quota, voters } = power
  const rows = voters.slice(0, shown).map((voter) => [voter.address, voter.weight, toPercent(voter.share), ...toIndices(voter)])
  const head = ['voter', 'votes', 'share', 'Banzhaf', 'absolute', 'Shapley–Shubik']
  const more = voters.length > shown ? `\nand ${formatNumber(voters.length - shown, 'count', 'en')} more; --json has all\n` : ''
  const asked = `${formatNumber(voters.length, 'count', 'en')} voters, ${formatAmount(quota, 'en')} needed`
  return `${file}\n${asked}; ${toMethod(power)}\n\n${toTable(head, rows, [1, 2, 3, 4, 5])}\n${more}`
}

function toMethod({ method, rounding, samples }: ListPower): string {
  if (method === 'sampled') return `sampled: ${formatNumber(samples!, 'count', 'en')} ways to vote drawn at random, ± is 95 % confidence`
  if (!rounding) return 'exact: every way to vote counted'
  const steps = formatNumber(rounding.steps, 'count', 'en')
  const most = [rounding.banzhafAbsolute, rounding.shapleyShubik].map((bound) => `${Number((100 * bound).toPrecision(2))}`)
  return `exact for votes rounded to 1/${steps} of all: off by at most ${most[0]} points (absolute) and ${most[1]} (Shapley–Shubik)`
}

function toIndices({ banzhaf, banzhafAbsolute, shapleyShubik, intervals }: VoterPower): string[] {
  const values = { banzhaf, banzhafAbsolute, shapleyShubik }
  return (['banzhaf', 'banzhafAbsolute', 'shapleyShubik'] as const).map((index) => {
    if (!intervals) return toPercent(values[index])
    const [low, high] = intervals[index]
    return `${toPercent(values[index])} ± ${((100 * (high - low)) / 2).toFixed(3)}`
  })
}

const toPercent = (share: number): string => `${(100 * share).toFixed(3)} %`
