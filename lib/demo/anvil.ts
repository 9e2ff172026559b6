import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { chainId } from './chainId'
import { findPackageFile } from './packageFile'
import { openRpc } from './rpc'

export interface AnvilOptions {
  /** Another anvil binary, as ANVIL_BIN names it; the one from npm where absent. */
  anvilPath?: string
  /** A free one is taken where absent. */
  port?: number
  chainId?: number
  /** Unix seconds of the genesis block; the clock's where absent. */
  timestamp?: number
  /** A state file written by the same anvil version. */
  loadState?: string
  /** true keeps no state but the newest; a number keeps that many states in memory. Without it anvil fills ~/.foundry with gigabytes. */
  pruneHistory?: true | number
  /** 1 makes the finalized block head − 2, 32 makes it head − 64. */
  slotsInAnEpoch?: number
  /** Blocks come only when asked for by evm_mine or anvil_mine. */
  noMining?: boolean
  /** Any account can send without a key, and without ether where the gas price is 0. */
  autoImpersonate?: boolean
  gasLimit?: number
  /** Further command line arguments, as in ['--hardfork', 'prague']. */
  further?: readonly string[]
}

export interface Anvil {
  url: string
  port: number
  pid: number
  process: ChildProcess
  /** Ends the node and resolves when it is gone. */
  stop(): Promise<void>
}

/**
 * Finds the anvil binary: the path handed in, else the one of the npm package.
 *
 * @throws Error that says what to do where there is none for this machine
 * @example findAnvil() // '/…/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil'
 */
export function findAnvil(anvilPath?: string): string {
  if (anvilPath) {
    if (!existsSync(anvilPath)) throw new Error(`ANVIL_BIN names ${anvilPath}, but there is no such file.`)
    return anvilPath
  }
  const names: Record<string, string> = { x64: 'amd64', arm64: 'arm64' }
  const packaged = findPackageFile(`@foundry-rs/anvil-${process.platform}-${names[process.arch] ?? process.arch}`, 'bin/anvil')
  if (packaged) return packaged
  throw new Error(
    `No anvil for ${process.platform}-${process.arch} in node_modules. Install Foundry 1.5.1 (https://getfoundry.sh) and name the binary ` +
      'in ANVIL_BIN, or read another chain by RPC_URL_<chainId>: then no anvil is needed.',
  )
}

/** What the binary says its version is, in one line. State files load only in the version that wrote them. */
export function readAnvilVersion(binary: string): string {
  const { stdout, error, status } = spawnSync(binary, ['--version'], { encoding: 'utf8' })
  if (error || status !== 0) throw new Error(`${binary} --version failed: ${error?.message ?? `exit code ${status}`}. Is it an anvil?`)
  return stdout.trim().split('\n').join(', ')
}

/**
 * A TCP port on 127.0.0.1 that nobody listens on; anvil cannot choose one itself.
 *
 * @param wanted the port that is looked at; any free one where absent
 * @throws Error where the wanted port is taken
 */
export function findFreePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', (error) => reject(new Error(`Port ${wanted} on 127.0.0.1 cannot be used: ${error.message}`)))
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
}

/**
 * Starts an anvil and resolves when it answers. It ends with `stop()`, and with this process at the latest.
 *
 * @throws Error where the port is taken, or with what anvil wrote, where it ends before it answers
 * @example const anvil = await startAnvil({ pruneHistory: true }); …; await anvil.stop()
 */
export async function startAnvil(options: AnvilOptions = {}): Promise<Anvil> {
  const binary = findAnvil(options.anvilPath)
  // Another node on the port would answer in this one's place.
  const port = await findFreePort(options.port)
  const child = spawn(binary, toArguments(options, port), { stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr?.on('data', (text: Buffer) => (complaint = (complaint + text).slice(-2000)))
  let ended: string | null = null
  const gone = new Promise<void>((resolve) => {
    child.once('error', (error) => resolve(void (ended = error.message)))
    child.once('exit', (code, signal) => resolve(void (ended = `it ended with ${signal ?? `code ${code}`}`)))
  })
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  void gone.then(() => process.removeListener('exit', kill))
  const url = `http://127.0.0.1:${port}`
  const rpc = openRpc(url)
  for (;;) {
    if (ended !== null) throw new Error(`anvil did not start on port ${port}: ${ended}. ${complaint.trim()}`)
    try {
      await rpc.call('eth_chainId')
      break
    } catch {
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 20))])
    }
  }
  if (ended !== null || child.pid === undefined) throw new Error(`anvil did not start on port ${port}: ${ended}. ${complaint.trim()}`)
  return {
    url,
    port,
    pid: child.pid,
    process: child,
    async stop() {
      if (ended === null) child.kill('SIGTERM')
      const patience = setTimeout(kill, 3000)
      await gone
      clearTimeout(patience)
    },
  }
}

function toArguments(options: AnvilOptions, port: number): string[] {
  const withValue = (name: string, value: string | number | undefined) => (value === undefined ? [] : [name, String(value)])
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--silent', '--accounts', '0', '--no-request-size-limit'],
    ...withValue('--chain-id', options.chainId ?? chainId),
    ...withValue('--timestamp', options.timestamp),
    ...withValue('--load-state', options.loadState),
    ...withValue('--slots-in-an-epoch', options.slotsInAnEpoch),
    ...withValue('--gas-limit', options.gasLimit),
    ...(options.pruneHistory === true ? ['--prune-history'] : withValue('--prune-history', options.pruneHistory)),
    ...(options.noMining ? ['--no-mining'] : []),
    ...(options.autoImpersonate ? ['--auto-impersonate', '--base-fee', '0', '--disable-pool-balance-checks'] : []),
    ...(options.further ?? []),
  ]
}
