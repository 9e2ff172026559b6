import { expect, it } from 'vitest'
import type { ChainReader } from '../../chain/reader'
import type { FoldedProposal } from '../../sources/governors/foldProposals'
import type { GovernorTerms } from '../../sources/governors/governorTerms'
import { foldVotes } from './foldVotes'

const toFolded = (key: string, block: number, end: number) => ({ key, created: { block, logIndex: 0 }, end, votes: new Map() }) as unknown as FoldedProposal
/** The first outlives the second; the fourth begins when all others are over. */
const proposals = (secondsABlock: number) => [toFolded('1', 100, 450 * secondsABlock), toFolded('2', 200, 290 * secondsABlock), toFolded('3', 300, 380 * secondsABlock), toFolded('4', 500, 600 * secondsABlock)]
const reader = { readBlock: (number: number) => Promise.resolve({ number, hash: '0x', timestamp: number * 12 }) } as unknown as ChainReader

async function fold(clock: GovernorTerms['clock'], votesAWindow: number) {
  const [loaded, handed]: [string[], string[]] = [[], []]
  const load = (after: number, upTo: number) => (loaded.push(`${after}-${upTo}`), Promise.resolve(votesAWindow))
  for await (const over of foldVotes(proposals(clock === 'timestamp' ? 12 : 1), { terms: { clock } as GovernorTerms, end: 700, reader, load })) handed.push(`${over.map(({ key }) => key).join()} after ${loaded.at(-1)}`)
  return { loaded, handed }
}

it.each(['blockNumber', 'timestamp'] as const)('by %s hands a proposal on once every vote on it was read, and not before', async (clock) => {
  // At block 299 the second is over, at block 499 the first and the third.
  expect(await fold(clock, 30_000)).toEqual({ loaded: ['99-199', '199-299', '299-499', '499-700'], handed: ['2 after 199-299', '1,3 after 299-499', '4 after 499-700'] })
})

it('hands few votes on all at once', async () => {
  expect((await fold('blockNumber', 10)).handed).toEqual(['1,2,3,4 after 499-700'])
})
