import { toChecksumAddress } from '@/lib/chain/checksum'
import type { LensId } from '@/lib/domain/lens'
import { toLens } from '@/lib/ownership/lenses'
import { toRuledLens } from '@/lib/ownership/ruledLens'
import type { Loaded } from '@/lib/publish/view'

/** What a chart is made from before anything was loaded for it. */
export const toEmptyLoaded = (lens: LensId, rules: readonly string[] | null = null): Loaded => ({
  lens: toRuledLens(toLens(lens), rules),
  protocol: null,
  subject: null,
  reserves: null,
  holders: { rows: [], matched: 0 },
  history: [],
  imports: [],
  changes: null,
  composition: null,
  band: null,
  lookThrough: null,
  votes: null,
  delegateList: null,
  blocs: [],
  control: null,
  ownGain: null,
  farming: null,
  liquidations: null,
  market: null,
  overview: [],
  comparison: null,
  competition: [],
  superusers: null,
  findings: [],
  studies: {},
  account: null,
  proposals: [],
  proposal: null,
  work: null,
  displayAddress: toChecksumAddress,
})
