import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const stampName = '.lorenz-installed'

/**
 * Is what package-lock.json names what stands in node_modules? A stamp with the lock's hash answers at once. Where there is none, because
 * somebody ran npm by hand, npm's own list in node_modules is compared with the lock, entry by entry.
 */
export function isInstalled(root) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const stamp = join(root, 'node_modules', stampName)
  const hash = createHash('sha256').update(lock).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true
  const listed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(listed) || !isSameTree(JSON.parse(lock), JSON.parse(readFileSync(listed, 'utf8')))) return false
  writeFileSync(stamp, hash)
  return true
}

/** Are two npm locks the same packages? Optional ones may be absent: they are for other machines. */
export function isSameTree(lock, installed) {
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== '')
  const isThere = ([path, { version, integrity, link, optional, devOptional }]) => {
    const found = installed.packages[path]
    if (found === undefined) return Boolean(optional || devOptional)
    return found.version === version && found.integrity === integrity && found.link === link
  }
  return wanted.every(isThere) && Object.keys(installed.packages).every((path) => path === '' || lock.packages[path] !== undefined)
}

/** Runs `npm ci` where node_modules is not what package-lock.json says. Of several runs at once, one installs and the others wait. */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return
  const release = await takeInstallLock(root)
  try {
    if (!isInstalled(root)) await install(root)
  } finally {
    release()
  }
}

async function install(root) {
  const isForHere = ({ os, cpu }) => (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true)
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const names = Object.keys(packages).filter((path) => path !== '' && isForHere(packages[path]))
  const started = Date.now()
  const isTerminal = process.stderr.isTTY === true
  const report = () => {
    const seconds = Math.max(1, Math.round((Date.now() - started) / 1000))
    const done = names.filter((path) => existsSync(join(root, path, 'package.json'))).length
    const rate = done / seconds
    const left = done > names.length / 10 ? `, about ${Math.ceil((names.length - done) / rate)} s left` : ''
    const line = `Installing packages: ${done} of ${names.length}, ${rate.toFixed(0)}/s${left}`
    process.stderr.write(isTerminal ? `\r${line}\u001b[K` : `${line}\n`)
  }
  process.stderr.write('Installing packages with npm ci.\n')
  const timer = setInterval(report, isTerminal ? 500 : 5000)
  const { code, output } = await runNpm(root)
  clearInterval(timer)
  if (isTerminal) process.stderr.write('\r\u001b[K')
  if (code !== 0) throw new Error(`npm ci failed (${code}):\n${output.trim()}`)
  writeFileSync(join(root, 'node_modules', stampName), createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex'))
  process.stderr.write(`Installed in ${Math.round((Date.now() - started) / 1000)} s.\n`)
}

function runNpm(root) {
  const words = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const byNpm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  const [program, ...first] = byNpm
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' && program === 'npm' })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => reject(new Error(`npm could not be run: ${error.message}. Install npm, or run "npm ci" yourself.`)))
    child.on('exit', (code, signal) => resolve({ code: code ?? signal, output }))
  })
}

const beat = 1_000
const patience = 10_000

/**
 * A directory outside node_modules, which npm ci empties. Its holder renews its time every second, so that the lock of a killed run is
 * seen to be dead without asking who has its pid now.
 */
async function takeInstallLock(root) {
  const name = createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 16)
  const path = join(tmpdir(), `lorenz-install-${name}.lock`)
  for (let said = false; ; ) {
    try {
      mkdirSync(path)
      const timer = setInterval(() => existsSync(path) && utimesSync(path, new Date(), new Date()), beat)
      return () => {
        clearInterval(timer)
        rmSync(path, { recursive: true, force: true })
      }
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > patience) rmSync(path, { recursive: true, force: true })
    else {
      if (!said) process.stderr.write('Another run is installing packages; waiting for it.\n')
      said = true
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
}
