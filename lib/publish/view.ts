import type { Address } from '@/lib/domain/address'
import type { Account } from '@/lib/domain/account'
import type { PlaceBlocs } from '@/lib/domain/bloc'
import type { ChartSpec, Table } from '@/lib/domain/chartSpec'
import type { RivalGroup } from '@/lib/domain/competition'
import type { ControlMap } from '@/lib/domain/controlMap'
import type { Custody } from '@/lib/domain/custody'
import type { Decomposition } from '@/lib/domain/decomposition'
import type { ThesisFindings } from '@/lib/domain/finding'
import type { HeadlineBand } from '@/lib/domain/headlineBand'
import type { CompositionDay, GroupShare } from '@/lib/domain/holderGroup'
import type { IncidentCount } from '@/lib/domain/incident'
import type { QueueStatus } from '@/lib/domain/job'
import type { Lens } from '@/lib/domain/lens'
import type { ShownSide } from '@/lib/domain/otherSide'
import type { Protocol, Token, Wrapper } from '@/lib/domain/protocol'
import type { Block, Measurement, PoolReserves, Snapshot, SnapshotOrigin } from '@/lib/domain/snapshot'
import type { KeptStudies, StudyId } from '@/lib/domain/study'
import type { Superusers } from '@/lib/domain/superuser'
import type { Locale, Text } from '@/lib/domain/text'
import type { ContractStatus } from '@/lib/domain/contractStatus'
import type { Rejection, TokenStatus } from '@/lib/domain/tokenStatus'
import type { HolderChanges } from '@/lib/ownership/holderChanges'
import type { ChangeKind, ChangeRow, ChangesBasis } from '@/lib/views/changesTables'
import type { DecidedProposal, WholeProposal } from '@/lib/views/decidedProposal'
import type { HistoryDay } from '@/lib/views/concentrationOverTime'
import type { HolderRow } from '@/lib/views/holderRow'
import type { LookThroughSummary } from '@/lib/views/lookThroughTables'
import type { OverviewEntry } from '@/lib/views/overview'
import type { ProposalGain } from '@/lib/views/ownGain'
import type { CsvColumn } from './csv'
import type { DataTable } from './dataTable'
import type { LoadedComparison } from './loadedComparison'
import type { LoadedFarming, LoadedLiquidations } from './loadedFarming'
import type { LoadedMarket } from './loadedMarket'
import type { LoadedDelegateList, LoadedVotes } from './loadedVotes'

/** The one value that every form of a chart is made of: page, picture, table, CSV, JSON, embed. */
export interface View {
  /** The id of its chart */
  id: string
  locale: Locale
  title: string
  /** What it shows, with its figures */
  sentence: string
  /** Block, lens, denominator, gaps */
  notes: readonly string[]
  /** null for what is a table by nature */
  chart: ChartSpec | null
  /** The numbers to read */
  table: Table
  /** The numbers for files: without a language */
  data: DataTable
}

/** What a page shows of a view: what files have beside, each of a pool's providers for one, may be many times that. */
export type PageView = Omit<View, 'data'>

/**
 * What a chart can be about: a protocol's token, the LP token of one of its pools, one of its pools as a place of trade, one of its proposals, one of
 * the lists that were imported of its token, all protocols together, or one account in all of them.
 */
export type Scope = 'token' | 'pool' | 'market' | 'proposal' | 'list' | 'all' | 'account'

/** Parts that are loaded only for the charts that name them; a study by its id. */
export type Part = StudyId | 'curve' | 'holders' | 'history' | 'published' | 'imports' | 'changes' | 'composition' | 'band' | 'lookThrough' | 'overview' | 'comparison' | 'comparisonDays' | 'competition' | 'superusers' | 'findings' | 'work' | 'account' | 'accountHistory' | 'proposals' | 'votes' | 'votesDays' | 'delegateList' | 'powerIndices' | 'gathered' | 'blocs' | 'control' | 'ownGain' | 'farming' | 'liquidations' | 'market' | 'marketDays' | 'marketDepth'

/** One day of history, with what its figures rest on. */
export type LoadedDay = HistoryDay & { origin: SnapshotOrigin; denominator: bigint } & Pick<Measurement, 'composition'>

/** One day of who held by role, with where it comes from. */
export type LoadedCompositionDay = CompositionDay & { origin: SnapshotOrigin }

/** Who holds by role at the snapshot, under the lens. */
export interface LoadedComposition {
  /** Largest first; Σ amount is the measurement's denominator */
  shares: readonly GroupShare[]
  /** null where nobody holds anything */
  decomposition: Decomposition | null
  custody: Custody
  /** Oldest first; empty for charts that show one moment */
  days: readonly LoadedCompositionDay[]
}

/** A look-through with the contracts that were looked through, and what their sources are called. It is the same under every lens. */
export type LoadedLookThrough = LookThroughSummary & { wrappers: readonly { wrapper: Wrapper; source: Text; side: ShownSide | null }[] }

/** Everything that a chart may be made from. A part that the chart does not name in `needs` is empty. */
export interface Loaded {
  lens: Lens
  /** null for charts of all protocols and of accounts */
  protocol: Protocol | null
  /** The snapshot under the lens; null before the first, and for charts of all protocols */
  subject: { token: Token; snapshot: Snapshot; measurement: Measurement } | null
  /** What a pool holds; null for tokens, and where it could not be read */
  reserves: PoolReserves | null
  /** The largest holders, EIP-55; `matched` is how many there are in all */
  holders: { rows: readonly HolderRow[]; matched: number }
  history: readonly LoadedDay[]
  imports: readonly (Snapshot & { id: number })[]
  /** What changed between two days, and the same as people read it; null where no days can be compared */
  changes: { basis: ChangesBasis; changes: HolderChanges; rows: Readonly<Record<ChangeKind, readonly ChangeRow[]>> } | null
  /** null before the first snapshot, and where the list was cut off */
  composition: LoadedComposition | null
  /** How far the headline figures depend on the lens, with the label that moves them most under this one */
  band: readonly HeadlineBand[] | null
  /** How what contracts hold came to its owners; null before the first snapshot, and for lists that were imported */
  lookThrough: LoadedLookThrough | null
  /** Who can vote, who does, and what that takes; null where neither votes nor decided proposals are kept. The parts 'votesDays', 'powerIndices' and 'gathered' fill it further */
  votes: LoadedVotes | null
  /** Who votes alike, the place with most decided proposals first; empty where nothing was decided */
  blocs: readonly PlaceBlocs[]
  /** Who has the keys, at the block of its own reading; null before the first */
  control: { block: Block; map: ControlMap } | null
  /** Of every proposal on the chain, who voted for it and has something in what it touches; null for charts of anything else */
  ownGain: readonly ProposalGain[] | null
  /** Rewards that contracts paid in the token; null for charts of anything else, and where none is known that pays it */
  farming: LoadedFarming | null
  /** Collateral in the token that borrowers lost; null for charts of anything else, and where no lending contract tells of it */
  liquidations: LoadedLiquidations | null
  /** Who provides a pool and who earns in it; null for charts of anything else, and before the first reading. The parts 'marketDays' and 'marketDepth' fill it further */
  market: LoadedMarket | null
  overview: readonly OverviewEntry[]
  /** Several protocols beside one another; null for charts of anything else. The part 'comparisonDays' fills their days, and 'curve' their curves */
  comparison: LoadedComparison | null
  /** How protocols share what they have together, category by category and all; empty for charts of anything else */
  competition: readonly RivalGroup[]
  /** Who is large in several protocols and pools at once; null for charts of anything else */
  superusers: Superusers | null
  /** Every thesis with what became of it, in reading order; empty for charts of anything else */
  findings: readonly ThesisFindings[]
  /** null where none was imported */
  delegateList: LoadedDelegateList | null
  /** Those that the chart names; null where one was not made yet */
  studies: KeptStudies
  /** null for charts of anything else */
  account: Account | null
  /** The last to close first */
  proposals: readonly DecidedProposal[]
  /** null for charts of anything else */
  proposal: WholeProposal | null
  work: { ledgers: readonly TokenStatus[]; contracts: readonly ContractStatus[]; queue: QueueStatus; incidents: readonly IncidentCount[]; rejections: readonly Rejection[]; names: ReadonlyMap<string, string> } | null
  /** Writes an address as people read it (EIP-55) */
  displayAddress: (address: Address) => string
}

/** One chart or table of the product. Its id is its file name, URL and API key. */
export interface Chart {
  id: string
  title: Text
  kind: 'chart' | 'table'
  /** What there is one of each for */
  scopes: readonly Scope[]
  /** Whether it looks different under another lens */
  lenses: boolean
  /** Whether `from` and `to` can be asked for: days of a line; or, 'between', the two moments that it compares */
  days: boolean | 'between'
  /** Whether the ledger tells it again at any block of a snapshot; what other charts were made from is kept, see `hasFixedAddress` */
  fixed: boolean
  /** Whether its money can be told in another currency */
  currencies?: true
  /** What its address may choose: which protocols it compares, and by which metric */
  chooses?: readonly ('protocols' | 'metric')[]
  needs: readonly Part[]
  /** Whether its data are the whole list of holders, which streams and is never held at once: `view` then has the first rows */
  long: boolean
  /** The columns of such a list, for the rows that stream; null before the first snapshot */
  holderColumns?: (loaded: Loaded) => readonly CsvColumn<HolderRow>[] | null
  /** null where there is nothing to show yet */
  view: (loaded: Loaded, locale: Locale) => View | null
}
