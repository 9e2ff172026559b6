import { toProposalWord } from '@/lib/domain/proposalWord'
import { toRulesOf, type Identity } from '@/lib/publish/identity'
import type { Edition } from './loadEdition'

/**
 * The block that keeps an edition for ever: that of its snapshot, or under which it was kept. null of the newest where that may still change, of what a day keeps, and of a
 * list that was imported: nobody knows its block's hash.
 */
export const toFixedBlock = ({ chart, snapshot, list, kept }: Pick<Edition, 'chart' | 'snapshot' | 'list' | 'kept'>) => (kept?.isThis ? kept.mark.block : chart.fixed && !list ? (snapshot?.block ?? null) : null)

/** What an edition's data are of, for its fingerprint: the same wherever it is made. */
export function toIdentity(edition: Edition): Identity {
  const { question, pool, market, account, proposal, list, kept } = edition
  const block = toFixedBlock(edition)
  return {
    protocol: question.protocol, pool, ...(market ? { market } : {}), ...(account ? { account } : {}), ...(proposal ? { proposal: toProposalWord(proposal) } : {}), ...(list ? { list } : {}),
    lens: question.lens, ...toRulesOf(question), block: block && { number: block.number, hash: block.hash }, ...(kept?.isThis && !kept.mark.block ? { day: kept.mark.day } : {}),
  }
}
