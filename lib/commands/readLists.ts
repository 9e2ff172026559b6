import type { ColumnChoice } from '@/lib/lists/findColumns'
import { parseHolderList, type HolderList } from '@/lib/lists/holderList'
import { readText } from './readText'

/**
 * Reads each list and makes something of it; one that cannot be read does not keep the others back.
 *
 * @param make what a list comes to; what it throws counts as a failure of its file
 * @returns what came of the files that could be read, and one line for each that could not
 */
export async function readLists<Result extends object>(
  files: readonly string[],
  choice: ColumnChoice,
  make: (list: HolderList) => Result,
): Promise<{ made: ({ file: string } & Result)[]; failures: string[] }> {
  const made: ({ file: string } & Result)[] = []
  const failures: string[] = []
  for (const file of files) {
    try {
      made.push({ file, ...make(parseHolderList(await readText(file), choice)) })
    } catch (error) {
      failures.push(`${file}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return { made, failures }
}
