import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import chromium from '@sparticuz/chromium'
import lighthouse from 'lighthouse'
import { chromium as playwright } from 'playwright-core'

/** Scores of 0 to 100 by category, and each audit that is not whole, with what it weighs. */
export type Scores = Record<string, { scores: Record<string, number>; lost: string[] }>

/** Lets Lighthouse judge pages as a phone sees them, with its own simulated slow network. */
export async function lighthouseScores(addresses: readonly string[]): Promise<Scores> {
  const port = await findPort()
  const executablePath = process.env.CHROMIUM_BIN ?? (await chromium.executablePath())
  const args = [...chromium.args.filter((arg) => arg !== '--single-process'), `--remote-debugging-port=${port}`]
  const browser = await playwright.launch({ executablePath, args })
  try {
    const scores: Scores = {}
    for (const address of addresses) scores[new URL(address).pathname] = await judge(address, port)
    return scores
  } finally {
    await browser.close()
  }
}

async function judge(address: string, port: number): Promise<Scores[string]> {
  const result = await lighthouse(address, { port, logLevel: 'error', output: 'json' })
  if (!result) throw new Error(`Lighthouse said nothing of ${address}`)
  const { categories, audits } = result.lhr
  const lost = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.flatMap(({ id, weight }) => {
    const { score, title, displayValue } = audits[id]!
    return weight > 0 && score !== null && score < 1 ? [`${id} (${weight}): ${title} ${displayValue ?? ''}`.trim()] : []
  }))
  return { scores: Object.fromEntries(Object.entries(categories).map(([id, { score }]) => [id, Math.round((score ?? 0) * 100)])), lost }
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
