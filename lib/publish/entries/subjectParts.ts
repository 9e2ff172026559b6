import type { Lens } from '@/lib/domain/lens'
import type { Protocol } from '@/lib/domain/protocol'
import { toBasis } from '@/lib/views/basis'
import type { Locale } from '@/lib/domain/text'
import { poolName } from '@/lib/views/providersTable'
import type { CsvBasis } from '../csvBasis'
import type { Loaded } from '../view'

/** What the charts of one token or pool begin with. */
export interface SubjectParts extends NonNullable<Loaded['subject']> {
  protocol: Protocol
  lens: Lens
  isPool: boolean
  /** What people call it: the token's symbol, or the pool's two tokens */
  name: string
  basis: ReturnType<typeof toBasis>
  csvBasis: CsvBasis
}

/** A chart's subject with what its figures rest on, in words and for files; null before the first snapshot. */
export function toSubjectParts(loaded: Loaded, locale: Locale): SubjectParts | null {
  const { subject, lens, protocol, reserves, displayAddress } = loaded
  if (!subject || !protocol) return null
  const { token, snapshot, measurement } = subject
  const isPool = token.address !== protocol.token.address
  const csvBasis: CsvBasis = {
    protocol: protocol.slug,
    tokenAddress: displayAddress(token.address),
    lens: lens.id,
    denominator: measurement.denominator,
    origin: snapshot.origin,
    day: snapshot.day,
    block: snapshot.block,
  }
  return { ...subject, protocol, lens, isPool, name: isPool ? poolName(token, reserves) : token.symbol, basis: toBasis({ token, snapshot, lens, measurement }, locale), csvBasis }
}
