import type { DelegateList } from '@/lib/domain/delegateList'
import type { Label } from '@/lib/domain/label'
import { toChecksumAddress } from '@/lib/chain/checksum'
import type { LoadedDelegateList } from '@/lib/publish/loadedVotes'
import { countPowerOfLargest } from './countPowerOfLargest'

/**
 * An imported list of delegates with their labels, and how much the largest decide where a majority of the list's votes wins.
 *
 * @example (await describeDelegateList(list, protocol.labels)).rows[0]?.banzhaf // 0.33
 */
export async function describeDelegateList(list: DelegateList, labels: readonly Label[]): Promise<LoadedDelegateList> {
  const { delegates, ...told } = list
  const power = await countPowerOfLargest(delegates.map(({ votes }) => votes))
  const known = new Map(labels.map((label) => [label.address, label]))
  return {
    ...told,
    counted: power && { delegates: power.banzhaf.length, method: power.method },
    rows: delegates.map(({ delegate, votes }, place) => ({ rank: place + 1, address: toChecksumAddress(delegate), votes, label: known.get(delegate) ?? null, banzhaf: power?.banzhaf[place] ?? null })),
  }
}
