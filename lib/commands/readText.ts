import { readFile } from 'node:fs/promises'
import { toListText } from '@/lib/lists/listText'

/**
 * The text of a list file, unpacked if it is gzip; `-` is standard input.
 *
 * @throws Error that says what is the matter, without the file's name
 */
export async function readText(file: string): Promise<string> {
  return toListText(file === '-' ? await readStandardInput() : await readNamed(file))
}

async function readNamed(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') throw new Error('there is no such file')
    if (code === 'EISDIR') throw new Error('is a directory; name the files in it')
    throw error
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
