import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** What a whole process took. */
export interface ProcessCost {
  seconds: number
  peakRssMb: number
}

/** For node's --import. The child itself says at its end what it used at its peak: the parent could only sample. */
export const reportPeak = `data:text/javascript,process.on('exit',()=>process.stderr.write('peakRssKb='+process.resourceUsage().maxRSS+'\\n'))`

/** Reads what was reported; the largest where there are several. */
export const toPeakRssMb = (written: string): number =>
  Math.max(...[...written.matchAll(/peakRssKb=(\d+)/g)].map((match) => Number(match[1]))) / 1024

/**
 * Runs node with arguments and says what the process took, from its start to its end.
 *
 * @throws Error with what the process wrote, where it fails
 */
export async function measureProcess(args: readonly string[], cwd: string): Promise<ProcessCost> {
  const began = performance.now()
  const child = spawn(process.execPath, ['--import', reportPeak, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (text: Buffer) => (errors += text))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}: ${errors}`)
  return { seconds: (performance.now() - began) / 1000, peakRssMb: toPeakRssMb(errors) }
}

/** The run in the middle by time, of an odd number of runs. */
export async function toMedianRun(runs: number, run: () => Promise<ProcessCost>): Promise<ProcessCost> {
  const costs: ProcessCost[] = []
  for (let each = 0; each < runs; each += 1) costs.push(await run())
  return costs.sort((a, b) => a.seconds - b.seconds)[Math.floor(runs / 2)]!
}
