import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const noteName = 'node.json'
const noteSchema = z.object({ pid: z.int().positive(), owner: z.int().positive() })

/** Notes which node this process keeps, so that a later run can end it if this one is killed and cannot. */
export async function noteNode(directory: string, pid: number): Promise<void> {
  await writeFile(path.join(directory, noteName), JSON.stringify({ pid, owner: process.pid }))
}

/** Ends the node that a killed run left behind. One whose owner still runs stays, and so does a process that is no anvil. */
export async function endOrphan(directory: string): Promise<void> {
  const text = await readFile(path.join(directory, noteName), 'utf8').catch(() => '')
  if (text === '') return
  const note = noteSchema.safeParse(toJson(text))
  if (!note.success || isAlive(note.data.owner) || !(await isAnvil(note.data.pid))) return
  try {
    process.kill(note.data.pid, 'SIGKILL')
  } catch {
    // It ended by itself between the two looks.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

// The number may belong to another process by now. Without /proc nobody can tell, and the node is left alone.
async function isAnvil(pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return /anvil/.test(command) && command.includes('--prune-history')
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
