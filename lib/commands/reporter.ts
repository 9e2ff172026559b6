import type { OnProgress, Progress } from '@/lib/pipeline/progress'

/** Tells a person at a terminal, or a log file, how long steps go. */
export interface Reporter {
  /** A line that stays */
  say: (line: string) => void
  /** A line that moves on a terminal, and comes every few seconds elsewhere */
  progress: OnProgress
  /** Takes the moving line away */
  rest: () => void
}

/** What a reporter writes to: standard error, or a test's own. */
export interface Output {
  isTTY?: boolean
  columns?: number
  write: (text: string) => unknown
}

const terminalPause = 100
const logPause = 5_000
/** The rate is that of the last so many milliseconds: the parts of a long step differ in speed. */
const window = 20_000

/** @param now milliseconds; the clock, handed in for tests */
export function createReporter(output: Output = process.stderr, now: () => number = Date.now): Reporter {
  const seen = new Map<string, { time: number; done: number }[]>()
  let last = { time: now(), label: '' }
  let moving = false
  const rest = () => {
    if (moving) output.write('\r\u001b[K')
    moving = false
  }
  return {
    rest,
    say: (line) => {
      rest()
      output.write(`${line}\n`)
    },
    progress: (progress) => {
      const time = now()
      const earlier = (seen.get(progress.label) ?? []).filter((report) => time - report.time <= window)
      seen.set(progress.label, [...earlier, { time, done: progress.done }])
      const start = earlier[0] ?? { time, done: progress.done }
      const pause = output.isTTY ? terminalPause : logPause
      if (time - last.time < pause && (last.label === progress.label || !output.isTTY)) return
      last = { time, label: progress.label }
      const line = toProgressLine(progress, { done: progress.done - start.done, seconds: (time - start.time) / 1000 })
      output.write(output.isTTY ? `\r${line.slice(0, (output.columns ?? 80) - 1)}\u001b[K` : `${line}\n`)
      moving = output.isTTY === true
    },
  }
}

/**
 * A count, a rate, and what is left.
 *
 * @param since what was done lately, and in how long
 * @example toProgressLine({ label: 'UNI', unit: 'blocks', done: 500, total: 1500 }, { done: 500, seconds: 5 }) // 'UNI: 500 of 1,500 blocks, 100/s, 10 s left'
 */
export function toProgressLine({ label, unit, done, total }: Progress, since: { done: number; seconds: number }): string {
  const count = `${label}: ${toCount(done)} of ${toCount(total)} ${unit}`
  if (since.seconds < 0.5 || since.done <= 0) return count
  const rate = since.done / since.seconds
  return `${count}, ${rate >= 10 ? toCount(rate) : rate.toFixed(1)}/s, ${toDuration((total - done) / rate)} left`
}

/** @example toDuration(3900) // '1 h 5 min' */
export function toDuration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

function toCount(number: number): string {
  return Math.round(number).toLocaleString('en')
}
