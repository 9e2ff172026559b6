import { readFileSync } from 'node:fs'
import { isRunning, readCommandLine, readRunningProcess, type RunningProcess } from '@/db/embedded/runningProcess'

/**
 * Under `npm start` this process is npm's, sometimes with a shell between. Calls back when either is gone: a killed npm must not leave
 * a server behind that nobody sees.
 *
 * @returns ends the watch; it does nothing where npm did not start this process
 */
export function watchParent(onGone: () => void): () => void {
  if (process.env.npm_lifecycle_event !== 'start' || process.platform === 'win32') return () => undefined
  const parents: RunningProcess[] = []
  const parent = readRunningProcess(process.ppid)
  if (parent !== null) parents.push(parent)
  const above = parent !== null && /^(\/\S*\/)?\w*sh -c /.test(readCommandLine(parent.pid)) ? readParent(parent.pid) : null
  if (above !== null) parents.push(above)
  const timer = setInterval(() => {
    if (parents.every(isRunning)) return
    clearInterval(timer)
    onGone()
  }, 500)
  timer.unref()
  return () => clearInterval(timer)
}

function readParent(pid: number): RunningProcess | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return readRunningProcess(Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  } catch {
    // No /proc: the shell itself is watched all the same.
    return null
  }
}
