import type { Locale } from '@/lib/domain/text'
import type { ControlStep } from '@/lib/governance/controlTree'
import { toNamedCell, type ControlWords } from '@/lib/views/controlTables'
import { againText, delayText, evidenceText, gapText, groupText, kindText, wayText } from '@/lib/views/controlWords'
import styles from './ControlTree.module.css'

interface TreeParts {
  control: ControlWords
  locale: Locale
}

/** An account with the ways to a power over it. */
interface Branch {
  step: ControlStep
  below: Branch[]
}

/** Lists within lists: whole without scripts, and read out as such. What several have together is said once, above them. */
export function ControlTree({ steps, ...parts }: TreeParts & { steps: readonly ControlStep[] }) {
  return <Accounts branches={toBranches(steps)} {...parts} />
}

function Accounts({ branches, ...parts }: TreeParts & { branches: readonly Branch[] }) {
  return (
    <ul className={styles.branches}>
      {branches.map(({ step, below }, place) => (
        <li key={place} className={styles.branch}>
          <Account step={step} {...parts} />
          {below.length > 0 && (
            <ul className={styles.ways}>
              {toWays(below).map((members, nth) => <li key={nth} className={styles.branch}><Way step={members[0]!.step} {...parts} /><Accounts branches={members} {...parts} /></li>)}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function Way({ step: { way, group }, control, locale }: TreeParts & { step: ControlStep }) {
  if (!way) return null
  const facts = [groupText(group, locale), way.delay > 0 ? delayText(way.delay, locale) : ''].filter((text) => text !== '')
  return (
    <>
      <p>{wayText(way, locale)}{facts.length > 0 && <strong> · {facts.join(' · ')}</strong>}</p>
      <p className={styles.evidence}>{evidenceText([way.evidence], control.displayAddress)}</p>
    </>
  )
}

function Account({ step, control, locale }: TreeParts & { step: ControlStep }) {
  const { account, said, gaps } = step
  const cell = account && toNamedCell(account, control, locale)
  const again = againText(step, locale)
  return (
    <>
      <p className={styles.name}>
        {cell ? <a href={cell.href}>{cell.text}</a> : kindText(step, locale)} {account && <span className={styles.kind}>{kindText(step, locale)}</span>}
      </p>
      {again ? <p className={styles.kind}>{again}</p> : said.length > 0 && <p className={styles.evidence}>{evidenceText(said, control.displayAddress)}</p>}
      {gaps.map((gap) => <p key={`${gap.reason} ${gap.detail}`} className={styles.gap}>{gapText(gap, locale)}</p>)}
    </>
  )
}

/** The lines of a tree as the tree: each belongs below the last one that is a level higher. */
function toBranches(steps: readonly ControlStep[]): Branch[] {
  const roots: Branch[] = []
  const path: Branch[] = []
  for (const step of steps) {
    const branch = { step, below: [] }
    path.length = step.depth
    const parent = path.at(-1)
    if (parent) parent.below.push(branch)
    else roots.push(branch)
    path.push(branch)
  }
  return roots
}

/** Those who have a power by the same way, together; a way of two groups is written as two. */
function toWays(branches: readonly Branch[]): Branch[][] {
  const ways: Branch[][] = []
  for (const branch of branches) {
    const last = ways.at(-1)
    if (last && last[0]!.step.way === branch.step.way && last[0]!.step.group === branch.step.group) last.push(branch)
    else ways.push([branch])
  }
  return ways
}
