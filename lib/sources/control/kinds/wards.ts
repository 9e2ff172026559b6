import type { ControlKindReader } from '../controlKind'
import { readWardWays } from '../wards'

/** MakerDAO's contracts since 2019: a ward may call all that is guarded, and make others wards. */
export const wards: ControlKindReader = { id: 'wards', read: (subject) => readWardWays(subject, 'settings') }
