import type { ProposalOrigin } from '@/lib/domain/proposal'
import type { Locale } from '@/lib/domain/text'

const words = {
  chain: { en: 'Governor', de: 'Governor' },
  offChain: { en: 'Snapshot', de: 'Snapshot' },
  imported: { en: 'imported file', de: 'importierte Datei' },
} as const

/**
 * Where proposals were voted on, in words.
 *
 * @example placeText({ origin: 'offChain', place: 'uniswapgovernance.eth' }, 'en') // 'Snapshot uniswapgovernance.eth'
 */
export const placeText = ({ origin, place }: { origin: ProposalOrigin; place: string }, locale: Locale): string => `${words[origin][locale]} ${place}`
