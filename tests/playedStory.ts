import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { takeLock, withLock } from '@/db/embedded/lock'
import { openDemoChain, type DemoChain } from '@/lib/demo/openDemoChain'
import { wholeStory, type StoryLength } from '@/lib/demo/playStory'
import { findRunDirectory } from './runDirectory'

/** Two thirds of a year: every kind of provider does something, and three seasons of rewards begin. Shared by all who ask for it. */
export const shortStory: StoryLength = { seed: 'lorenz', people: 150, days: 260 }

/** What `lorenz start` plays. */
export const startedStory: StoryLength = { ...wholeStory, turn: 'concentrating' }

// What `openDemoChain` calls a story that is whole.
const manifest = 'story.json'

/**
 * The demo chain with this story, running, for one test file. Of a run's files the first one plays it; the others have a node of their own with
 * what that one kept: the same blocks, down to the last hash.
 *
 * @example demo = await openPlayedStory(shortStory); …; await demo.stop()
 */
export async function openPlayedStory(length: StoryLength): Promise<DemoChain> {
  const { kept, lock } = await toPlace(length)
  const directory = await mkdtemp(path.join(findRunDirectory(), 'story-'))
  const open = () => openDemoChain({ directory, length })
  const played = await withLock(lock, async () => {
    if (existsSync(kept)) return null
    const demo = await open()
    await keep(directory, kept)
    return demo
  }, 900_000)
  if (played === null) await copyStory(kept, directory)
  const demo = played ?? (await open())
  return {
    ...demo,
    stop: async () => {
      await demo.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/**
 * Keeps for all files the story that another process is about to play in a directory: whoever asks for it meanwhile waits. Does nothing where it was
 * played already, or is being played.
 *
 * @param ended resolves when that process has ended, with a story or without
 */
export async function keepPlayed(length: StoryLength, directory: string, ended: Promise<unknown>): Promise<void> {
  const { kept, lock } = await toPlace(length)
  const answer = await takeLock(lock)
  if (!answer.taken) return
  try {
    let hasEnded = false
    void ended.finally(() => (hasEnded = true))
    const isThere = () => existsSync(path.join(directory, manifest))
    while (!hasEnded && !isThere()) await sleep(100)
    if (!existsSync(kept) && isThere()) await keep(directory, kept)
  } finally {
    await answer.release()
  }
}

async function toPlace(length: StoryLength): Promise<{ kept: string; lock: string }> {
  const stories = path.join(findRunDirectory(), 'stories')
  await mkdir(stories, { recursive: true })
  const kept = path.join(stories, createHash('sha256').update(JSON.stringify(length)).digest('hex').slice(0, 16))
  return { kept, lock: `${kept}.lock` }
}

/** There at once or not at all. */
async function keep(directory: string, kept: string): Promise<void> {
  await copyStory(directory, `${kept}.part`)
  await rename(`${kept}.part`, kept)
}

/** Manifest and state; who keeps a node in the one directory is nothing to the other. */
const copyStory = (from: string, to: string) => cp(from, to, { recursive: true, filter: (source) => path.basename(source) !== 'node.json' })
