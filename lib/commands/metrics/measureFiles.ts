import type { ColumnChoice } from '@/lib/lists/findColumns'
import { parseHolderList } from '@/lib/lists/holderList'
import { measureList, type ListMeasures, type ListQuestion } from './measureList'
import { readText } from './readText'
import { toText } from './toText'

/**
 * Measures each file, and writes down what came of it.
 *
 * @returns the text for standard output (of the files that could be read), and one line for each file that could not
 */
export async function measureFiles(
  files: readonly string[],
  question: ListQuestion,
  choice: ColumnChoice,
  json: boolean,
): Promise<{ text: string; failures: string[] }> {
  const measured: ({ file: string } & ListMeasures)[] = []
  const failures: string[] = []
  for (const file of files) {
    try {
      measured.push({ file, ...measureList(parseHolderList(await readText(file), choice), question) })
    } catch (error) {
      failures.push(`${file}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  if (json) return { text: `${JSON.stringify({ files: measured }, null, 2)}\n`, failures }
  return { text: measured.map(({ file, ...measures }) => toText(file, measures)).join('\n'), failures }
}
