import type { ColumnChoice } from '@/lib/lists/findColumns'
import { readLists } from '../readLists'
import { measurePower, type QuotaQuestion } from './measurePower'
import { toText } from './toText'

/**
 * How much each voter decides, of each file.
 *
 * @returns the text for standard output (of the files that could be read), and one line for each file that could not
 */
export async function measurePowerOfFiles(
  files: readonly string[],
  quota: QuotaQuestion,
  choice: ColumnChoice,
  json: boolean,
): Promise<{ text: string; failures: string[] }> {
  const { made, failures } = await readLists(files, choice, (list) => measurePower(list, quota))
  if (json) return { text: `${JSON.stringify({ files: made }, null, 2)}\n`, failures }
  return { text: made.map(({ file, ...power }) => toText(file, power)).join('\n'), failures }
}
