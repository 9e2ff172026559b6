import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const views = path.resolve(import.meta.dirname, '../views')
const entries = path.join(import.meta.dirname, 'entries')

/** Every function of a view file that makes a table or a chart, with its file. */
const made = readdirSync(views).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).flatMap((file) => {
  const text = readFileSync(path.join(views, file), 'utf8')
  return text.split(/^export /m).slice(1).flatMap((declared) => {
    const [, name, type] = /^(?:function|const) (\w+)\b[^]*?\): ([^\n]*?)(?: \{$| =>)/m.exec(declared) ?? []
    return name && /^(?:Table|ChartSpec)\b/.test(type!) ? [{ file: file.replace(/\.ts$/, ''), name }] : []
  })
})
const registered = readdirSync(entries).map((file) => readFileSync(path.join(entries, file), 'utf8')).join('\n')
const chartsFile = readFileSync(path.join(import.meta.dirname, 'charts.ts'), 'utf8')

/** They make a table of what is a chart or a table already. */
const ofOthers = ['toChartTable', 'shortTable']

it('finds the views that there are', () => {
  expect(made.map(({ name }) => name)).toEqual(expect.arrayContaining(['lorenz', 'largestHolders', 'concentrationOverTime', 'holdersTable', 'incidentsTable', 'changesSummary', 'overviewTable']))
})

it('leaves no table and no chart of lib/views out of the registry', () => {
  const isRegistered = ({ file, name }: { file: string; name: string }) =>
    new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '@/lib/views/${file}'`).test(registered)
  expect(made.filter((view) => !ofOthers.includes(view.name) && !isRegistered(view))).toEqual([])
})

it('lists what every file of entries exports', () => {
  const exported = [...registered.matchAll(/^export const (\w+): (?:readonly )?Chart\b/gm)].map(([, name]) => name!)
  expect(exported.length).toBeGreaterThan(12)
  const list = chartsFile.slice(chartsFile.indexOf('charts: readonly Chart[]'))
  expect(exported.filter((name) => !new RegExp(`\\b${name}\\b`).test(list))).toEqual([])
})
