import { readFile } from 'node:fs/promises'

/**
 * Reads a file that the command line names and makes something of it.
 *
 * @throws Error that begins with the file's path: where it is missing, and where `parse` throws
 */
export async function readFileBytes<Result>(path: string, parse: (bytes: Uint8Array) => Promise<Result>): Promise<Result> {
  try {
    return await parse(await readFile(path))
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new Error(`${path}: ${missing ? 'there is no such file' : error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
