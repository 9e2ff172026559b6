import type { Abi } from 'viem'
import { z } from 'zod'
import type { CallResult, ContractCall } from '../../chain/reader'
import type { Tally } from '../../domain/ballot'
import type { ProposalState } from '../../domain/proposal'
import type { Gap } from '../../domain/snapshot'
import { toThreshold, type FoldedProposal, type LogPlace } from './foldProposals'
import type { AnswersQuestion, GovernorSource } from './governorSource'
import type { ProposalAnswers } from './governorTerms'

/** What to ask, and at which block: the one that all is read at, or the one in which the proposal was made. */
interface Setting {
  functionName: string
  args: readonly unknown[]
  at: 'now' | 'proposal'
}

/** How a family of Governors is asked about its proposals. */
interface Manner {
  abi: Abi
  /** The function that gives a proposal's tally, by its number */
  counting: string
  /** The tally in what that function answers; its amounts are bigint */
  toCounted: (fields: readonly bigint[]) => Tally
  quorum: (proposal: FoldedProposal, upgrades: readonly LogPlace[]) => Setting
  /** Asked only where no log tells it */
  threshold: (proposal: FoldedProposal, upgrades: readonly LogPlace[]) => Setting
}

/** The order in which all these contracts count their states. */
const states: readonly ProposalState[] = ['pending', 'active', 'canceled', 'defeated', 'succeeded', 'queued', 'expired', 'executed']

const fieldsSchema = z.array(z.unknown()) as unknown as z.ZodType<readonly bigint[]>

/**
 * Asks a Governor about proposals in its family's manner: state and tally of each at the block, and quorum and threshold where they are not known.
 * What must be asked at the proposal's own block needs a node that still has its state: the newest are asked first, and once one cannot be had
 * the older ones have the same gap.
 */
export const readAnswersBy = (manner: Manner): GovernorSource['readAnswers'] => async (question) => {
  const { governor, proposals, reader, block } = question
  const toCall = ({ functionName, args }: Pick<Setting, 'functionName' | 'args'>): ContractCall => ({ address: governor.address, abi: manner.abi, functionName, args })
  const wanted = proposals.map((proposal) => ({ proposal, ...toWanted(question, manner, proposal) }))

  const calls = wanted.flatMap(({ proposal, settings }) => {
    const args = [BigInt(proposal.key)]
    return [{ functionName: 'state', args }, { functionName: manner.counting, args }, ...settings.filter(({ setting }) => setting.at === 'now').map(({ setting }) => setting)].map(toCall)
  })
  const told = (await reader.readContracts(calls, block.number)).values()
  const answers = wanted.map(({ proposal, threshold, settings }) => {
    const [state, counted] = [told.next().value, told.next().value]
    const answer: Mutable = { state: null, counted: null, quorum: null, threshold, gaps: [] }
    if (state?.status === 'ok') answer.state = states[Number(state.value)] ?? null
    else answer.gaps.push({ subject: 'state', reason: toFailure(state) })
    if (counted?.status === 'ok') answer.counted = manner.toCounted(fieldsSchema.parse(counted.value))
    else answer.gaps.push({ subject: 'tally', reason: toFailure(counted) })
    for (const { name, setting } of settings) if (setting.at === 'now') put(answer, name, told.next().value, isCounted(question, proposal))
    return answer
  })

  let refused: CallResult | null = null
  for (const place of [...wanted.keys()].sort((a, b) => wanted[b]!.proposal.created.block - wanted[a]!.proposal.created.block)) {
    const settings = wanted[place]!.settings.filter(({ setting }) => setting.at === 'proposal')
    if (settings.length === 0) continue
    const results: readonly CallResult[] = refused ? settings.map(() => refused!) : await reader.readContracts(settings.map(({ setting }) => toCall(setting)), wanted[place]!.proposal.created.block)
    for (const [nth, { name }] of settings.entries()) put(answers[place]!, name, results[nth], true)
    refused = results.find(({ status }) => status === 'failed') ?? null
  }
  return answers
}

type Mutable = { -readonly [Key in keyof ProposalAnswers]: ProposalAnswers[Key] } & { gaps: Gap[] }

/** What logs tell of the threshold counts where the newest of them agrees with the contract: its code may reckon otherwise. */
function toWanted({ book, terms, isKnown }: AnswersQuestion, manner: Manner, proposal: FoldedProposal) {
  const known = isKnown(proposal.key)
  const logged = book.thresholds.at(-1)?.after === terms.threshold ? toThreshold(book, proposal) : null
  const settings: { name: 'quorum' | 'threshold'; setting: Setting }[] = []
  if (!known.quorum) settings.push({ name: 'quorum', setting: manner.quorum(proposal, book.upgrades) })
  if (!known.threshold && logged === null) settings.push({ name: 'threshold', setting: manner.threshold(proposal, book.upgrades) })
  return { threshold: logged, settings }
}

/** Whether the moment at which votes are counted has passed: before it nobody knows what the quorum will be. */
const isCounted = ({ terms, block }: AnswersQuestion, { start }: FoldedProposal): boolean => (terms.clock === 'timestamp' ? block.timestamp : block.number) > start

function put(answer: Mutable, name: 'quorum' | 'threshold', result: CallResult | undefined, mustAnswer: boolean): void {
  if (result?.status === 'ok') answer[name] = z.bigint().parse(result.value)
  else if (mustAnswer) answer.gaps.push({ subject: name, reason: toFailure(result) })
}

const toFailure = (answer: CallResult | undefined): string => (answer?.status === 'failed' ? answer.reason : 'no answer')
