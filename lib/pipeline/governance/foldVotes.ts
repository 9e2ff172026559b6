import type { ChainReader } from '../../chain/reader'
import type { FoldedProposal } from '../../sources/governors/foldProposals'
import type { GovernorTerms } from '../../sources/governors/governorTerms'

/** About so many votes are folded before those of proposals that have ended are saved and let go: all votes of a large Governor would not fit. */
const votesAtOnce = 30_000

/**
 * Folds votes from one proposal's beginning to the next, and hands on the proposals whose votes are all there, some at a time; at last all others.
 *
 * @param load adds the votes of some blocks to the book, and says how many these were
 * @example for await (const over of foldVotes(counting, { terms, end, reader, load })) … // the proposals that ended first, with all their votes
 */
export async function* foldVotes(
  counting: readonly FoldedProposal[],
  { terms, end, reader, load }: { terms: GovernorTerms; end: number; reader: ChainReader; load: (after: number, upTo: number) => Promise<number> },
): AsyncGenerator<readonly FoldedProposal[]> {
  let [open, folded] = [counting, 0]
  for (const { after, upTo } of toWindows(counting, end)) {
    folded += await load(after, upTo)
    if (folded < votesAtOnce || upTo === end) continue
    const now = terms.clock === 'blockNumber' ? upTo : (await reader.readBlock(upTo)).timestamp
    const isOver = (one: FoldedProposal) => one.created.block <= upTo && one.end < now
    const over = open.filter(isOver)
    if (over.length === 0) continue
    yield over
    open = open.filter((one) => !isOver(one))
    folded = open.reduce((sum, { votes }) => sum + votes.size, 0)
  }
  if (open.length > 0) yield open
}

/** From one proposal to the next: all votes at once would not fit. */
function toWindows(counting: readonly FoldedProposal[], end: number): { after: number; upTo: number }[] {
  const starts = [...new Set(counting.map(({ created }) => created.block - 1))].sort((a, b) => a - b)
  return starts.map((after, place) => ({ after, upTo: starts[place + 1] ?? end }))
}
