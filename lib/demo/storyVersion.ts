import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readAnvilVersion } from './anvil'
import { contractPackages } from './artifact'
import { findPackageFile } from './packageFile'
import type { StoryLength } from './playStory'

/**
 * The name of exactly this story: a hash of its sources, its contracts' packages, its length and the node's version.
 * Another version's saved state is not this story's, and is played anew.
 *
 * @param binary the anvil that plays it; a state file loads only in the version that wrote it
 */
export function toStoryVersion(length: StoryLength, binary: string): string {
  const folder = path.dirname(fileURLToPath(import.meta.url))
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|sol|json)$/.test(file) && !file.endsWith('.test.ts'))
    .sort()
  const hash = createHash('sha256').update(JSON.stringify(length)).update(readAnvilVersion(binary))
  for (const file of sources) hash.update(`\n${file}\n`).update(readFileSync(path.join(folder, file)))
  for (const name of contractPackages) hash.update(`\n${name}@${readPackageVersion(name)}`)
  return hash.digest('hex')
}

function readPackageVersion(name: string): string {
  const place = findPackageFile(name, 'package.json')
  // A saved story loads without the packages that it was played from.
  return place ? z.object({ version: z.string() }).parse(JSON.parse(readFileSync(place, 'utf8'))).version : 'not installed'
}
