import { execFileSync } from 'node:child_process'
import { createServer } from 'node:net'

/** Is nobody listening on this port, on any of the machine's addresses? */
export async function isFree(port: number): Promise<boolean> {
  // A server on 127.0.0.1 alone does not keep another from taking all addresses, so both are tried.
  return (await canListen(port, undefined)) && (await canListen(port, '127.0.0.1'))
}

/**
 * The port to serve on. One that was asked for by name is taken or nothing; the default gives way to the next free one.
 *
 * @returns the port, and what is to be said about it
 * @throws where the port that was asked for is taken: names the process that has it, where the system tells
 */
export async function choosePort({ port, asked }: { port: number; asked: boolean }): Promise<{ port: number; remark: string | null }> {
  if (port === 0) return { port: await findFree(), remark: null }
  if (await isFree(port)) return { port, remark: null }
  const holder = findHolder(port)
  const taken = `Port ${port} is in use${holder === null ? '' : ` by ${holder}`}`
  if (asked) throw new Error(`${taken}. Stop it, or name another port: PORT=${port + 1} npm start`)
  for (let next = port + 1; next < port + 100; next++) {
    if (await isFree(next)) return { port: next, remark: `${taken}; serving on ${next} instead.` }
  }
  throw new Error(`${taken}, and so are the next hundred. Name a free one: PORT=8080 npm start`)
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

function findFree(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('There is no free port.'))))
    })
  })
}

/** As in 'node (process 4711)'. Where neither tool is there, or the process is another user's: null */
function findHolder(port: number): string | null {
  const lsof = run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'])
  const [, pid, name] = /^p(\d+)\nc(.+)$/m.exec(lsof) ?? []
  if (pid !== undefined) return `${name} (process ${pid})`
  const [, command, number] = /users:\(\("([^"]+)",pid=(\d+)/.exec(run('ss', ['-ltnpH', `sport = :${port}`])) ?? []
  return number === undefined ? null : `${command} (process ${number})`
}

function run(program: string, words: string[]): string {
  try {
    return execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 5_000 })
  } catch {
    return ''
  }
}
