import type { Database } from '@/db/database'
import { loadProtocols, type TrackedProtocol } from '@/db/protocols'
import type { SavedSnapshot } from '@/db/snapshots'
import type { Address } from '@/lib/domain/address'
import type { LensId } from '@/lib/domain/lens'
import type { Outlook } from '@/lib/domain/outlook'
import type { Token } from '@/lib/domain/protocol'
import type { Block, Measurement } from '@/lib/domain/snapshot'
import { toLens } from '@/lib/ownership/lenses'
import { toRuledLens } from '@/lib/ownership/ruledLens'
import type { Ledger as SeenLedger } from '@/lib/pipeline/ledger'
import { loadStateAt } from '@/lib/pipeline/replay'
import { ProblemError } from '@/lib/publish/problem'
import type { Basis } from './meta'

/** A ledger that is asked about: a protocol's token, or the LP token of one of its pools. */
export interface Ledger {
  protocol: TrackedProtocol
  token: Token
  tokenId: number
}

/** @throws ProblemError where no protocol has this slug */
export async function requireProtocol(database: Database, slug: string): Promise<TrackedProtocol> {
  const protocols = await loadProtocols(database)
  const protocol = protocols.find((followed) => followed.slug === slug)
  if (protocol) return protocol
  throw new ProblemError('notFound', `no protocol "${slug}" is followed here; there are: ${protocols.map((followed) => followed.slug).join(', ') || 'none'}`)
}

/** @throws ProblemError where there is no such protocol, or it has no such pool */
export async function requireLedger(database: Database, slug: string, pool?: Address): Promise<Ledger> {
  const protocol = await requireProtocol(database, slug)
  if (pool === undefined) return { protocol, token: protocol.token, tokenId: protocol.tokenId }
  const found = protocol.pools.find(({ lpToken }) => lpToken.address === pool)
  if (!found) throw new ProblemError('notFound', `${slug} has no pool with the LP token ${pool}; /api/v1/protocols/${slug}/pools lists those it has`)
  return { protocol, token: found.lpToken, tokenId: found.tokenId }
}

/** The same as the pipeline knows it, looked at as today or as it once was. */
export const toLedger = ({ protocol, token, tokenId }: Ledger, outlook: Outlook = protocol): SeenLedger => ({ token, tokenId, outlook, ledgers: protocol.ledgers })

/** A ledger at a block. */
export interface State {
  block: Block
  snapshot: SavedSnapshot
  /** What the snapshot was looked at with */
  outlook: Outlook
}

/**
 * A ledger at a block that a snapshot was ever taken at, or at its newest one.
 *
 * @param rules by which addresses become one holder; absent or null for the usual ones
 * @throws ProblemError where there is no snapshot yet, or never was one at this block
 */
export async function requireState(database: Database, ledger: Ledger, blockNumber: number | null, rules?: readonly string[] | null): Promise<State> {
  const state = await loadStateAt(database, toLedger(ledger), blockNumber, rules)
  if (!state?.snapshot.block?.hash) throw new ProblemError('notFound', missingState(ledger, blockNumber))
  return { ...state, block: state.snapshot.block }
}

const missingState = ({ protocol, token }: Ledger, blockNumber: number | null): string =>
  blockNumber === null
    ? `no snapshot of ${token.symbol} (${protocol.slug}) has been taken yet`
    : `no snapshot of ${token.symbol} was taken at block ${blockNumber}; /api/v1/protocols/${protocol.slug}/snapshots lists the blocks there are`

/** The figures of a state under a lens; every state is measured under every lens, unless it is older than the lens. */
export function requireMeasurement({ snapshot, block }: State, lens: LensId): Measurement {
  const measurement = snapshot.measurements.find((candidate) => candidate.lens === lens)
  if (!measurement) throw new ProblemError('notFound', `block ${block.number} was not measured under the lens "${lens}"`)
  return measurement
}

/** What figures of a ledger's state rest on; under no lens where all are answered. */
export function toBasis({ protocol, token }: Ledger, { block, snapshot, outlook }: State, measurement: Measurement | null): Basis {
  return {
    protocol: { ...protocol, labels: [...outlook.labels], wrappers: [...outlook.wrappers], evidence: outlook.evidence ?? [] },
    token,
    block,
    computedAt: snapshot.takenAt,
    lens: measurement && toRuledLens(toLens(measurement.lens), outlook.rules),
    denominator: measurement?.denominator ?? null,
    audit: snapshot.audit?.status ?? null,
    gaps: snapshot.gaps.length,
  }
}
