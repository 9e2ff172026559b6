import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import { toListWord } from '@/lib/domain/listWord'
import { parseHolderList } from '@/lib/lists/holderList'
import { importList } from '@/lib/pipeline/importList'

const asOf = '2026-01-15'
const files = [{ name: '=CMD(),</script>"list".csv', sha256: `abcdef012345${'0'.repeat(52)}` }, { name: 'top.csv', sha256: `543210fedcba${'0'.repeat(52)}` }] as const

/** Imported lists of the made-up protocol: one that is whole, one that was cut off. */
export const somePublishedLists = [
  { protocol: 'made-up', word: toListWord(asOf, files[0].sha256), population: 'complete' },
  { protocol: 'made-up', word: toListWord(asOf, files[1].sha256), population: 'truncated' },
] as const

const toRows = (amounts: Readonly<Record<number, string>>) =>
  parseHolderList(`address,balance\n${Object.entries(amounts).map(([account, amount]) => `0x${Number(account).toString(16).padStart(40, '0')},${amount}`).join('\n')}\n`)

/** Nine accounts hold 90.5, 80.5 … 10.5; and the first and fourth of fifty, who hold 60.5 and 30.5 of 200. */
export async function fillLists(database: Database, protocol: TrackedProtocol): Promise<void> {
  const origin = { asOf, blockNumber: null, unit: null, total: null, holders: null }
  const whole = toRows(Object.fromEntries(Array.from({ length: 9 }, (_, place) => [place + 1, `${90 - 10 * place}.5`])))
  await importList({ database, protocol, list: whole, origin: { ...origin, file: files[0], blockNumber: 15 } })
  await importList({ database, protocol, list: toRows({ 1: '60.5', 4: '30.5' }), origin: { ...origin, file: files[1], total: 2_000n, holders: 50 } })
}
