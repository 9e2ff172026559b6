import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** A process that cannot be mistaken for a later one with the same number: pid and the moment it began. */
export const runningProcessSchema = z.object({ pid: z.int().positive(), startedAt: z.string() })
export type RunningProcess = z.infer<typeof runningProcessSchema>

/**
 * Which process has this number now? Linux tells the start in clock ticks since the boot, other systems through `ps`.
 *
 * @returns null where none runs; a zombie does not run
 * @example readRunningProcess(process.pid) // { pid: 4711, startedAt: '5c2a…:1839204' }
 */
export function readRunningProcess(pid: number): RunningProcess | null {
  const startedAt = process.platform === 'linux' ? readLinuxStart(pid) : readStart(pid)
  return startedAt === null ? null : { pid, startedAt }
}

/** Does this very process still run? False when its number has passed to another. */
export function isRunning(known: RunningProcess): boolean {
  return readRunningProcess(known.pid)?.startedAt === known.startedAt
}

/** The process that asks. */
export function currentProcess(): RunningProcess {
  return readRunningProcess(process.pid) ?? { pid: process.pid, startedAt: '' }
}

/** Sends a signal to this very process; does nothing when it is gone. With `group`, to all of its process group, which it leads. */
export function signalProcess(known: RunningProcess, signal: NodeJS.Signals, { group = false } = {}): void {
  if (!isRunning(known)) return
  try {
    process.kill(group ? -known.pid : known.pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Waits until this very process is gone. @returns false when it still runs after the given time */
export async function waitForExit(known: RunningProcess, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; ) {
    if (!isRunning(known)) return true
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return !isRunning(known)
}

/** The words a process was started with, joined; empty where it is gone or not ours to see. */
export function readCommandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

function readLinuxStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name, in brackets, may hold spaces and brackets itself: what follows its last bracket is field 3 (the state) and on.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return null
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()
    return `${boot}:${fields[19]}`
  } catch {
    return null
  }
}

function readStart(pid: number): string | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null
  }
  if (process.platform === 'win32') return ''
  try {
    const [state = '', ...start] = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim().split(/\s+/)
    return state === '' || state.startsWith('Z') ? null : start.join(' ')
  } catch {
    return null
  }
}
