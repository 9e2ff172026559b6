import type { Database } from '@/db/database'
import { loadFirstEvent } from '@/db/eventLogs'
import { loadSettledBlock } from '@/db/ledger'
import type { TrackedProtocol } from '@/db/protocols'
import { loadLastVotesDay, saveVotesDays, type VotesDay } from '@/db/votesSnapshots'
import type { ChainReader } from '../../chain/reader'
import type { HoldingChange } from '../../domain/changedDistribution'
import { toColumnMemory } from '../../domain/columnMemory'
import { toDistribution } from '../../domain/distribution'
import { changeDistribution } from '../../metrics/changeDistribution'
import { measure } from '../../metrics/registry'
import { toVotesSource } from '../../sources/votes/registry'
import { completeDayEnds } from '../completeDayEnds'
import type { OnProgress } from '../progress'
import { openVotes, readVotesAnswers, toAnswerGaps, toClock } from './openVotes'
import { toVotesRecipe } from './votesRecipe'

/** Days are saved in pieces of this many: what is done stays done when the run is killed. */
const daysAPiece = 50

/**
 * How votes were spread at the end of each UTC day since the first of them was given, from kept logs and balances alone: the chain is asked where
 * days end, and at the newest block for what does not change. Goes on after the last day that is there; days made with other contracts or
 * metrics are made again, as is all that follows them. Nothing is audited, as old state may no longer be readable.
 *
 * @returns how many days were taken
 * @throws Error in plain words where its logs do not reach the last day, or the votes hang on what could not be read
 */
export async function takeVotesHistory(options: { protocol: TrackedProtocol; reader: ChainReader; database: Database; onProgress?: OnProgress }): Promise<number> {
  const { protocol, reader, database, onProgress } = options
  const { slug, name, token, tokenId, governance } = protocol
  const filters = governance.votes.flatMap((contract) => toVotesSource(contract.source).logs(contract).map((filter) => ({ chainId: token.chainId, ...filter })))
  const [newest, firstBlock] = [await loadSettledBlock(database.db, tokenId), await loadFirstEvent(database, filters)]
  if (!newest || firstBlock === null) return 0
  const recipe = toVotesRecipe(governance.votes)
  const last = await loadLastVotesDay(database, slug, recipe)
  const days = [...(await completeDayEnds({ reader, database, onProgress }, firstBlock, newest))].filter(([day]) => !last || day > last.day)
  if (days.length === 0) return 0
  // How they count does not change from day to day, and old state may no longer be readable.
  const answers = await readVotesAnswers(database, protocol, reader, newest.number)
  const opened = await openVotes(database, protocol, { upTo: days.at(-1)![1].number, withGivers: false })
  const running = toRunningVotes()
  if (last) {
    await opened.foldTo(last.block.number)
    running.change(opened.changesAt(last.block, answers))
  }
  for (let begin = 0; begin < days.length; begin += daysAPiece) {
    const piece = days.slice(begin, begin + daysAPiece)
    const taken: VotesDay[] = []
    for (const [day, block] of piece) {
      await opened.foldTo(block.number, piece.at(-1)![1].number)
      running.change(opened.changesAt(block, answers))
      taken.push({ day, origin: 'ledger', block, clock: toClock(answers), audit: null, gaps: [...toAnswerGaps(answers), ...opened.gaps()], ...running.measured() })
    }
    await saveVotesDays(database, slug, taken, recipe)
    onProgress?.({ label: `history of votes of ${name}`, unit: 'days', done: begin + piece.length, total: days.length })
  }
  return days.length
}

/** Votes from day to day, with every metric of them: changes are merged into their order, and a day on which nothing moved has yesterday's figures. */
function toRunningVotes() {
  const memory = toColumnMemory()
  let distribution = toDistribution([])
  let metrics: VotesDay['metrics'] | null = null
  return {
    change: (changes: readonly HoldingChange[]): void => {
      if (changes.length === 0) return
      const before = distribution
      distribution = changeDistribution(before, changes, memory)
      memory.reclaim(before)
      metrics = null
    },
    measured: () => ({ delegated: distribution.total, metrics: (metrics ??= measure(distribution)) }),
  }
}
