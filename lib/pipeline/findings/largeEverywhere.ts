import type { Superusers } from '../../domain/superuser'
import { largeEverywhere as thesis, type LargeEvidence } from '../../findings/largeEverywhere'
import { significance } from '../../metrics/overlapSignificance'
import { loadSuperusers } from '../superusers/loadSuperusers'
import { toProtocolSubject, type ThesisSource } from './thesisSource'

const missing = { en: 'No list of its holders under the headline’s lens is kept.', de: 'Es liegt keine Liste seiner Halter in der Sicht der Hauptzahlen vor.' } as const

/** What the page of superusers tells, protocol by protocol. */
export const largeEverywhere: ThesisSource<LargeEvidence> = {
  thesis,
  ofHolders: true,
  load: async (database, protocols) => {
    const found = await loadSuperusers(database)
    return protocols.map((protocol) => {
      const subject = toProtocolSubject(protocol)
      const list = found.lists.find((one) => one.protocol === protocol.slug)
      if (!list) return { subject, basis: null, evidence: null, missing }
      return { subject, basis: { day: list.day, block: list.block }, evidence: toEvidence(found, protocol.slug), missing: null }
    })
  },
}

function toEvidence({ overlaps, superusers }: Superusers, slug: string): LargeEvidence {
  const own = overlaps.filter(({ protocols }) => protocols.includes(slug))
  const shared = superusers.flatMap(({ among, holdings }) => {
    const here = holdings.find((holding) => holding.protocol === slug)
    return here?.among.includes('hundred') && among.hundred >= 2 ? [here] : []
  })
  const [first] = own
  return {
    listed: first ? first.tests.hundred[first.protocols[0] === slug ? 'first' : 'second'] : 0,
    shared: shared.length,
    sharedHeld: shared.reduce((sum, { share }) => sum + share, 0),
    others: own.length,
    moreThanChance: own.filter(({ tests }) => tests.hundred.logBonferroni <= significance).length,
  }
}
