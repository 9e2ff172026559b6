import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An endpoint between a node and those who ask it, which answers questions for logs only when it is let. */
export interface SlowProvider {
  url: string
  /** Resolves when the next question for logs has come */
  asked: () => Promise<void>
  /** From now on logs are answered; those who wait are answered too */
  letThrough: () => void
  close: () => void
}

/** @param target the node's address */
export async function startSlowProvider(target: string): Promise<SlowProvider> {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  const waiting: (() => void)[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    if (body.includes('eth_getLogs')) {
      waiting.splice(0).forEach((resolve) => resolve())
      await opened
    }
    const answer = await fetch(target, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    response.setHeader('content-type', 'application/json')
    response.end(await answer.text())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => new Promise((resolve) => waiting.push(resolve)),
    letThrough: open,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
