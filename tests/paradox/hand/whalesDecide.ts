import { toEventSelector } from 'viem'
import { toAccount, type PlainChain } from '../chainLogs'
import type { PlainToken, Told } from '../plainStory'

// The same in all three Governors.
const created = '0x7d84a6263ae0d98d3329bd7b46bb4e8d6f98cd35a7adb45c274c8b7fd5ebd5e0'
const cast: readonly string[] = [toEventSelector('VoteCast(address,uint256,uint8,uint256,string)'), toEventSelector('VoteCast(address,uint256,bool,uint256)')]
// state(uint256) and, of OpenZeppelin's, quorum(uint256); quorumVotes() of Compound's
const [state, quorumAt, quorumVotes] = ['0x3e4f49e6', '0xf8ce560a', '0x24bc1a64']
const toWord = (number: bigint) => number.toString(16).padStart(64, '0')

interface PlainVote { voter: string; support: number; votes: bigint }
export interface PlainDecision { passed: boolean; quorum: bigint; countsAbstain: boolean; votes: PlainVote[] }

/** Proposals that were decided: defeated, succeeded, queued, expired, executed; not those that are open or were withdrawn. */
export async function readDecisions(chain: PlainChain, { protocol }: PlainToken): Promise<PlainDecision[]> {
  const decisions: PlainDecision[] = []
  for (const { address, source } of protocol.governance.governors) {
    const logs = await chain.logs({ address })
    const isOpenZeppelin = source === 'openZeppelinGovernor'
    for (const { words } of logs.filter(({ topics }) => topics[0] === created)) {
      const id = words[0]!
      const end = Number(await chain.call(address, state + toWord(id)))
      if (![3, 4, 5, 6, 7].includes(end)) continue
      // The seventh word is where voting starts: OpenZeppelin counts the quorum of that moment.
      const quorum = await chain.call(address, isOpenZeppelin ? quorumAt + toWord(words[6]!) : quorumVotes)
      // Where the voter is indexed the words begin with the proposal.
      const votes = logs.filter(({ topics }) => cast.includes(topics[0]!)).flatMap(({ topics, words: own }): PlainVote[] => {
        const [voter, about, support, amount] = topics[1] ? [toAccount(topics[1]), ...own] : [toAccount(own[0]!), ...own.slice(1)]
        return about === id ? [{ voter, support: Number(support), votes: amount! }] : []
      })
      decisions.push({ passed: end !== 3, quorum, countsAbstain: isOpenZeppelin, votes })
    }
  }
  return decisions
}

/** Who ever voted. */
export async function readVoters(chain: PlainChain, { protocol }: PlainToken): Promise<string[]> {
  const logs = await Promise.all(protocol.governance.governors.map(({ address }) => chain.logs({ address })))
  return logs.flat().filter(({ topics }) => cast.includes(topics[0]!)).map(({ topics, words }) => toAccount(topics[1] ?? words[0]!))
}

/** Whether what was cast so passes: enough for (or abstaining, with OpenZeppelin's), and more for than against. */
export function passes(votes: readonly PlainVote[], { quorum, countsAbstain }: Pick<PlainDecision, 'quorum' | 'countsAbstain'>): boolean {
  const sum = (support: number) => votes.reduce((all, vote) => (vote.support === support ? all + vote.votes : all), 0n)
  return sum(1) + (countsAbstain ? sum(2) : 0n) >= quorum && sum(1) > sum(0)
}

/** Whether some three voters or fewer, by voting against, for or not at all, could have turned it: every three of them are tried. */
export function couldThreeTurn({ votes, passed, ...rule }: PlainDecision): boolean {
  const ways = passed ? [0, 3] : [1]
  const largest = [...votes].sort((one, other) => (one.votes < other.votes ? 1 : -1))
  const turned = (who: readonly PlainVote[]) => ways.some((support) => passes([...votes.filter((vote) => !who.includes(vote)), ...who.map((vote) => ({ ...vote, support }))], rule) !== passed)
  return largest.some((one, at) => largest.slice(at).some((two, next) => largest.slice(at + next).some((three) => turned([...new Set([one, two, three])]))))
}

/** Three could have turned half of ten or more decisions, and half would have ended otherwise without the three largest. */
export async function whalesDecide(chain: PlainChain, token: PlainToken): Promise<{ told: Told; decided: number; turned: number; without: number }> {
  const decisions = await readDecisions(chain, token)
  const turned = decisions.filter(couldThreeTurn).length
  const without = decisions.filter((decision) => {
    const rest = [...decision.votes].sort((one, other) => (one.votes < other.votes ? 1 : -1)).slice(3)
    return passes(rest, decision) !== decision.passed
  }).length
  const so = [turned, without].filter((count) => count * 2 >= decisions.length).length
  return { told: decisions.length < 10 ? 'cannotBeTold' : so === 2 ? 'holds' : so === 1 ? 'mixed' : 'doesNotHold', decided: decisions.length, turned, without }
}
