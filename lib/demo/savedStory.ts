import { createHash } from 'node:crypto'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { protocolSchema } from '@/lib/domain/protocol'

const manifestName = 'story.json'

const savedStorySchema = z.object({
  /** What `toStoryVersion` says of the story that was played. */
  version: z.string(),
  stateFile: z.string().regex(/^state-[0-9a-f]+\.gz$/),
  stateSha256: z.string(),
  head: z.object({ number: z.int().positive(), hash: z.string().regex(/^0x[0-9a-f]{64}$/) }),
  transactions: z.int(),
  logs: z.int(),
  protocols: z.array(protocolSchema).min(1),
})

/** A played story in a directory: where its state is, and the protocols in it. */
export type SavedStory = z.infer<typeof savedStorySchema>

/**
 * Keeps a played story. The state is written first and the manifest last, each under another name that is then changed to its own:
 * a run that is killed in between leaves a directory that `loadStory` calls empty. What such a run left unfinished goes.
 *
 * @param state anvil's state as it dumps it, gzip-compressed
 */
export async function saveStory(directory: string, state: Buffer, story: Omit<SavedStory, 'stateFile' | 'stateSha256'>): Promise<SavedStory> {
  const stateSha256 = toSha256(state)
  const saved: SavedStory = { ...story, stateFile: `state-${stateSha256.slice(0, 16)}.gz`, stateSha256 }
  await writeWhole(path.join(directory, saved.stateFile), state)
  await writeWhole(path.join(directory, manifestName), JSON.stringify(saved, null, 1))
  const stale = (await readdir(directory)).filter((file) => (file.startsWith('state-') && file !== saved.stateFile) || file.endsWith('.unfinished'))
  await Promise.all(stale.map((file) => rm(path.join(directory, file), { force: true })))
  return saved
}

/**
 * The story of this version in a directory, with its state; null where there is none that is whole: never played, another version's,
 * cut off, or changed since.
 */
export async function loadStory(directory: string, version: string): Promise<{ story: SavedStory; state: Buffer } | null> {
  try {
    const manifest = savedStorySchema.safeParse(JSON.parse(await readFile(path.join(directory, manifestName), 'utf8')))
    if (!manifest.success || manifest.data.version !== version) return null
    const state = await readFile(path.join(directory, manifest.data.stateFile))
    return toSha256(state) === manifest.data.stateSha256 ? { story: manifest.data, state } : null
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function writeWhole(file: string, content: Buffer | string): Promise<void> {
  const unfinished = `${file}.${process.pid}.unfinished`
  await writeFile(unfinished, content)
  await rename(unfinished, file)
}

const toSha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')
