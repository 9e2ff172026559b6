import { fetchWhole, type Encoding } from './fetchWhole'
import type { Site } from './startSite'

/** What a file took: time to its last byte, its length unpacked, and by how much the server's memory rose above its idle level meanwhile. */
export interface FileFigures {
  seconds: number
  megabytes: number
  /** null where the system does not tell */
  roseByMb: number | null
}

/** So often the server is asked what memory it holds, in milliseconds. */
const glance = 100

/**
 * Fetches a file of a site to its end, and looks at the server's memory while it comes.
 *
 * @param idleMb what the server held before the first of all files
 */
export async function measureFile({ address, readMemory }: Site, path: string, encoding: Encoding, idleMb: number | null): Promise<FileFigures> {
  let most = 0
  const look = async () => void (most = Math.max(most, (await readMemory()) ?? 0))
  const looking = setInterval(() => void look(), glance)
  try {
    const { milliseconds, bytes } = await fetchWhole(address + path, encoding)
    await look()
    return { seconds: Math.round(milliseconds / 10) / 100, megabytes: Math.round(bytes / 1e6), roseByMb: idleMb === null ? null : Math.max(0, most - idleMb) }
  } finally {
    clearInterval(looking)
  }
}
