import type { ColumnChoice } from '@/lib/lists/findColumns'
import { readLists } from '../readLists'
import { measureList, type ListQuestion } from './measureList'
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
  const { made, failures } = await readLists(files, choice, (list) => measureList(list, question))
  if (json) return { text: `${JSON.stringify({ files: made }, null, 2)}\n`, failures }
  return { text: made.map(({ file, ...measures }) => toText(file, measures)).join('\n'), failures }
}
