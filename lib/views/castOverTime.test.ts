import { expect, it } from 'vitest'
import type { ProposalSummary } from '@/lib/domain/proposal'
import { toLens } from '@/lib/ownership/lenses'
import { castOverTime, toCastAmplification, type CastProposal } from './castOverTime'

const day = 86_400
const toCast = (closes: number, cast: number, held: number | null): CastProposal => ({
  proposal: { closes } as ProposalSummary,
  spread: { hhi: cast, nakamoto50: 1 },
  held: held === null ? undefined : { status: 'ok', value: held },
})

it('is one dot a proposal, a gap where nobody knows what was held', () => {
  // .5 ÷ .25 = 2, .9 ÷ .1 = 9, .6 ÷ .2 = 3: the median of three is 3.
  const proposals = [toCast(day, 0.5, 0.25), toCast(2 * day, 0.9, 0.1), toCast(3 * day, 0.6, 0.2), toCast(4 * day, 0.6, null)]
  const chart = castOverTime(proposals, { lens: toLens('raw'), name: 'UNI' }, 'en')
  expect(chart.series[0]!.points.map(({ x, y }) => [x / day, y === null ? null : Math.round(y * 1e9) / 1e9])).toEqual([[1, 2], [2, 9], [3, 3], [4, null]])
  expect(chart.sentence).toBe('What was cast on the proposal that closed on 4 Jan 1970 was 3.00 times as concentrated as what was held, by HHI; over 3 proposals the median is 3.00 times.')
  expect(castOverTime(proposals.slice(3), { lens: toLens('raw'), name: 'UNI' }, 'de').sentence).toBe('Von keinem entschiedenen Vorschlag ist beides bekannt, was abgegeben wurde und was besessen wurde.')
})

it('has an even number’s median between the two in the middle', () => {
  expect(castOverTime([toCast(day, 0.5, 0.25), toCast(2 * day, 0.8, 0.2)], { lens: toLens('raw'), name: 'UNI' }, 'en').sentence).toContain('the median is 3.00 times')
  expect(toCastAmplification(toCast(day, 0.5, 0))).toBeNull()
})
