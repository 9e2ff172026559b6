import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { afterEach, beforeEach, vi } from 'vitest'

/** A command that reads lists, as a user runs it: files in a folder of their own for each test, and what is seen on standard output. */
export function openListCommand(create: () => Command) {
  let folder: string
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'lorenz-lists-'))))
  afterEach(() => {
    rmSync(folder, { recursive: true })
    vi.restoreAllMocks()
  })

  async function run(...words: string[]): Promise<{ output: string; error: unknown }> {
    let output = ''
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((output += String(text))))
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
    const error = await create()
      .parseAsync(words, { from: 'user' })
      .then(() => null, (thrown: unknown) => thrown)
    vi.mocked(process.stdout.write).mockRestore()
    return { output, error }
  }

  return {
    folder: () => folder,
    toFile: (name: string, content: string | Buffer) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    },
    run,
    runJson: async (...words: string[]) => JSON.parse((await run(...words, '--json')).output) as { files: Record<string, any>[] },
  }
}
