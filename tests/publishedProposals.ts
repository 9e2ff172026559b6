import type { Database } from '@/db/database'
import { saveProposals, type VotedProposal } from '@/db/proposals'
import type { Address } from '@/lib/domain/address'
import type { Proposal, Vote } from '@/lib/domain/proposal'
import { countingRules } from '@/lib/governance/tally'

const day = 86_400
const unit = 10n ** 18n
const voterAt = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
/** Two Governors, as after a change: both have a proposal 1. */
export const governors: readonly [Address, Address] = [`0x${'6'.repeat(40)}`, `0x${'7'.repeat(40)}`]

/** What somebody cast, in whole tokens: for, against, in abstention. */
type Cast = readonly [voter: number, inFavour: number, against: number, abstain?: number]

const toVote = ([voter, inFavour, against, abstain = 0]: Cast, timestamp: number): Vote => ({
  voter: voterAt(voter), timestamp, votes: BigInt(inFavour + against + abstain) * unit, parts: { for: BigInt(inFavour) * unit, against: BigInt(against) * unit, abstain: BigInt(abstain) * unit },
})

/** A proposal of the first Governor (GovernorBravo's rule, a quorum of 100) with its votes. */
export function toVoted(key: string, closes: number, casts: readonly Cast[], more: Partial<Proposal> = {}): VotedProposal {
  const opens = closes - 3 * day
  return {
    proposal: {
      origin: 'chain', place: governors[0], key, title: `Proposal ${key}`, description: `# Proposal ${key}\n\nBecause of reasons.`, proposer: voterAt(2), created: { block: 40 + Number(key.slice(0, 3)), timestamp: opens - day },
      countedAt: { clock: 'blockNumber', at: 41 }, opens, closes, calls: [], rule: { quorum: 100n * unit, ...countingRules.bravo }, threshold: 10n * unit, state: 'executed', queued: null, executed: null, options: [], counted: null, gaps: [], ...more,
    },
    votes: casts.map((cast, place) => toVote(cast, opens + 3600 * (place + 1))),
  }
}

/** Whoever proposes writes what they like. */
const hostileTitle = '=HYPERLINK("https://evil.example";"x") </script><svg onload=alert(1)> \u202Egnp.exe\n# two lines'

/** transfer(address,uint256) to account 3, 25 tokens: selector a9059cbb, each argument 32 bytes wide. */
const transfer = `0xa9059cbb${'3'.padStart(64, '0')}${(25n * unit).toString(16).padStart(64, '0')}` as const

/** Proposals of every kind by the end of a period: decided by one, by few, missed by one, fractional, with options, open, canceled, hostile. */
export function toVotedProposals(end: number): { governor: VotedProposal[]; second: VotedProposal[]; space: VotedProposal[] } {
  const at = (place: number) => end - (20 - place) * day
  return {
    governor: [
      // 150 to 60: either of the two who are for could have turned it alone; the label of account 1 is hostile.
      toVoted('1', at(1), [[1, 100, 0], [4, 50, 0], [6, 0, 60]], {
        title: hostileTitle, description: `${hostileTitle}\n\n${'<img src=x onerror=alert(1)>'}`, queued: at(1) + day, executed: at(1) + 2 * day,
        calls: [
          { target: voterAt(0xa1), value: 0n, data: transfer, signature: 'transfer(address,uint256)' },
          { target: voterAt(0xb2), value: unit, data: '0x12345678', signature: 'notWhatItSays(uint256,string[])' },
          { target: voterAt(0xb2), value: 0n, data: '0xdeadbeef', signature: null },
        ],
        gaps: [{ subject: 'threshold', reason: '=the node, "it" said no' }],
      }),
      // A quorum of 100 missed by 1.
      toVoted('2', at(2), [[4, 60, 0], [6, 39, 0]], { state: 'defeated' }),
      // 90 to 80, of which 60 to 30 are one voter's.
      toVoted('3', at(3), [[2, 60, 30], [4, 50, 0], [6, 0, 50, 7]]),
      toVoted('4', at(4), [[4, 60, 60]], { state: 'defeated' }),
      ...Array.from({ length: 14 }, (_, place) => toVoted(String(5 + place), at(5 + place), Array.from({ length: 3 + place }, (_, index): Cast => [6 + index, index === 0 ? 0 : 60, index === 0 ? 20 : 0, place === 3 ? 1 : 0]))),
      toVoted('19', at(19), [[4, 60, 0]], { state: 'canceled' }),
      toVoted('20', at(22), [[4, 60, 0]], { state: 'active' }),
    ],
    second: [toVoted('1', at(19) + 60, [[4, 400, 0], [6, 0, 10, 5]], { place: governors[1], title: '', rule: { quorum: 400n * unit, ...countingRules.openZeppelin } })],
    space: [{
      proposal: { ...toVoted('7', at(18) + 120, []).proposal, origin: 'offChain', place: 'made-up.eth', key: `0x${'5e'.repeat(32)}`, title: 'Which of three?', rule: null, threshold: null, countedAt: null, created: { block: null, timestamp: at(15) }, options: ['A', '-B', '<b>C'], state: 'succeeded' },
      votes: [{ voter: voterAt(4), timestamp: at(17), votes: 9n * unit, parts: { for: 0n, against: 0n, abstain: 0n } }],
    }],
  }
}

/** Saves them. */
export async function fillProposals(database: Database, protocol: string, end: number): Promise<void> {
  const { governor, second, space } = toVotedProposals(end)
  await saveProposals(database, { protocol, origin: 'chain', place: governors[0] }, governor)
  await saveProposals(database, { protocol, origin: 'chain', place: governors[1] }, second)
  await saveProposals(database, { protocol, origin: 'offChain', place: 'made-up.eth' }, space)
}
