import { toWay, type ControlKindReader } from '../controlKind'
import { readWards } from '../wards'

/** MakerDAO's contracts since 2019: a ward may call all that is guarded, and make others wards. */
export const wards: ControlKindReader = {
  id: 'wards',
  async read(subject) {
    const found = await readWards(subject)
    if (!found) return null
    return {
      ways: found.members.length > 0 ? [toWay({ power: 'settings', means: 'role', detail: 'wards', evidence: 'logs of rely() and deny(), wards() = 1' }, ...found.members)] : [],
      gaps: found.gap ? [{ power: 'settings', reason: found.gap, detail: 'wards' }] : [],
    }
  },
}
