import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface PageServer {
  address: string
  /** Resolves when it has ended, with what it wrote last */
  ended: Promise<string>
  stop: () => Promise<void>
}

/**
 * V8 lets a heap of this size grow to three times what lives in it before it clears up: each large file would leave its waste behind until then.
 * By half is soon enough. With more room for what was just made, less of it is taken for what stays.
 */
const memoryOptions = ['--heap-growing-percent=50', '--max-semi-space-size=32']

/**
 * Serves the built pages, and waits until they answer.
 *
 * @param onOutput told what it writes once it answers: one line a request; standard error where absent
 * @throws where the server ends before it answers, with what it wrote
 */
export async function servePages({ root, port, databaseUrl, onOutput = (chunk) => process.stderr.write(chunk) }: {
  root: string
  port: number
  databaseUrl: string
  onOutput?: (chunk: Buffer) => void
}): Promise<PageServer> {
  const words = [...memoryOptions, join(import.meta.dirname, '..', 'serve', 'serve.mjs'), root, String(port)]
  const env: NodeJS.ProcessEnv = { ...process.env, DATABASE_URL: databaseUrl, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
  // In a process group of its own: a Ctrl-C in the terminal reaches it through us, in order.
  const child = spawn(process.execPath, words, { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4_000)
    if (isServing) onOutput(chunk)
  }
  let isServing = false
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  let hasEnded = false
  const ended = once(child, 'exit').then(
    () => ((hasEnded = true), output.trim()),
    (error: Error) => ((hasEnded = true), error.message),
  )
  const kill = (signal: NodeJS.Signals) => {
    if (hasEnded || child.pid === undefined) return
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal)
  }
  const stop = async () => {
    kill('SIGTERM')
    // Open connections of browsers would keep it for long.
    const patience = setTimeout(() => kill('SIGKILL'), 3_000)
    await ended
    clearTimeout(patience)
  }
  const address = `http://localhost:${port}`
  while (!hasEnded) {
    if (await answers(port)) {
      isServing = true
      return { address, ended, stop }
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The pages could not be served on port ${port}:\n${await ended}`)
}

/** Any answer will do: what the pages themselves say is for their own tests. */
async function answers(port: number): Promise<boolean> {
  try {
    await fetch(`http://127.0.0.1:${port}/favicon.ico`, { signal: AbortSignal.timeout(5_000), redirect: 'manual' })
    return true
  } catch {
    return false
  }
}
