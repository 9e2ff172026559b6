import type { ProposalContext } from '@/lib/views/proposalsTable'
import type { Loaded } from '../view'

/** What every chart of proposals needs beside them; null for charts of anything else. */
export function toProposalContext({ protocol, displayAddress }: Pick<Loaded, 'protocol' | 'displayAddress'>): ProposalContext | null {
  if (!protocol) return null
  const names = new Map(protocol.labels.map(({ address, name }) => [address, name]))
  return { slug: protocol.slug, token: protocol.token, nameOf: (account) => names.get(account) ?? null, display: displayAddress }
}
