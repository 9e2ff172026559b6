#!/usr/bin/env node
// The first thing that runs after a clone: plain Node, no dependencies, so that it can install them.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureInstalled } from './install.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Lorenz needs Node 20.19 or newer; this is Node ${process.versions.node}. Get it at https://nodejs.org.`)
  process.exit(1)
}

/** Runs the tests, all of them or those whose paths are named. */
function runTests(words) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [vitest, 'run', ...words], { cwd: root, stdio: 'inherit' })
    // The terminal sends a Ctrl-C to vitest as well; this process waits for it to tidy up.
    const pass = (signal) => child.kill(signal)
    process.on('SIGINT', () => undefined)
    process.on('SIGTERM', pass)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

async function runCommand(words) {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
  // npm runs this in the checkout; files are named from where the user stands.
  const { npm_lifecycle_event: script, INIT_CWD: directory } = process.env
  if (script === 'lorenz' && process.cwd() === root && directory && existsSync(directory)) process.chdir(directory)
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: join(root, 'tsconfig.json') })
  const { runLorenz } = await import(pathToFileURL(join(root, 'lib', 'commands', 'lorenz.ts')).href)
  return runLorenz(words)
}

const [command, ...words] = process.argv.slice(2)
try {
  await ensureInstalled(root)
  const code = command === 'test' ? await runTests(words) : await runCommand(process.argv.slice(2))
  // What was written to a pipe goes out first.
  process.stdout.write('', () => process.exit(code))
} catch (error) {
  console.error(error instanceof Error && error.message ? error.message : error)
  process.exit(1)
}
