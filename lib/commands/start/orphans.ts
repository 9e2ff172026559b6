import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { currentProcess, isRunning, readRunningProcess, signalProcess, waitForExit, type RunningProcess } from '@/db/embedded/runningProcess'

/** The variable by which every process of a run knows whose it is: a child hands its environment on to its own children. */
export const runVariable = 'LORENZ_RUN'

/** What a run writes into its environment: its data directory, and which process it is. */
export function toRunMark(dataDirectory: string, { pid, startedAt }: RunningProcess): string {
  return `${createHash('sha256').update(dataDirectory).digest('hex').slice(0, 16)}/${pid}/${startedAt.replaceAll(/\s/g, '_')}`
}

/** Marks this process, and so all that it starts from now on, as a run in a data directory. */
export function markRun(dataDirectory: string): void {
  process.env[runVariable] = toRunMark(dataDirectory, currentProcess())
}

/**
 * What did killed runs in this data directory leave running? Those whose mark names a process that is gone. The mark is in the
 * process' own environment, so no other process can be mistaken for one of ours, whatever its number.
 */
export function findOrphans(dataDirectory: string): RunningProcess[] {
  const [directory] = toRunMark(dataDirectory, currentProcess()).split('/')
  return readMarks().flatMap(({ pid, mark }) => {
    const [markedDirectory, runPid, startedAt] = mark.split('/')
    const orphan = readRunningProcess(pid)
    if (markedDirectory !== directory || startedAt === undefined || orphan === null || pid === process.pid) return []
    const run = readRunningProcess(Number(runPid))
    const isAlive = run !== null && run.startedAt.replaceAll(/\s/g, '_') === startedAt
    return isAlive ? [] : [orphan]
  })
}

/** Stops them: asked first, killed after three seconds. @returns how many there were */
export async function stopOrphans(dataDirectory: string): Promise<number> {
  const orphans = findOrphans(dataDirectory)
  for (const orphan of orphans) signalProcess(orphan, 'SIGTERM')
  await Promise.all(orphans.map(async (orphan) => (await waitForExit(orphan, 3_000)) || signalProcess(orphan, 'SIGKILL')))
  for (const orphan of orphans) {
    if (isRunning(orphan) && !(await waitForExit(orphan, 3_000))) throw new Error(`Process ${orphan.pid}, left behind by a killed run, does not end.`)
  }
  return orphans.length
}

function readMarks(): { pid: number; mark: string }[] {
  if (process.platform !== 'linux') return readMarksOfPs()
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const variables = readFileSync(`/proc/${name}/environ`, 'utf8').split('\0')
      const mark = variables.find((variable) => variable.startsWith(`${runVariable}=`))
      return mark === undefined ? [] : [{ pid: Number(name), mark: mark.slice(runVariable.length + 1) }]
    } catch {
      // Another user's process, or one that has just ended.
      return []
    }
  })
}

function readMarksOfPs(): { pid: number; mark: string }[] {
  if (process.platform === 'win32') return []
  const lines = execFileSync('ps', ['-axwwE', '-o', 'pid=,command='], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).split('\n')
  return lines.flatMap((line) => {
    const mark = new RegExp(`\\s${runVariable}=(\\S+)`).exec(line)?.[1]
    return mark === undefined ? [] : [{ pid: Number.parseInt(line, 10), mark }]
  })
}
