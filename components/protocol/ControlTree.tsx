import type { Locale } from '@/lib/domain/text'
import type { ControlStep } from '@/lib/governance/controlTree'
import type { Address } from '@/lib/domain/address'
import { toNamedCell, type ControlWords } from '@/lib/views/controlTables'
import { againText, codeText, delayText, gapText, groupText, kindText, wayText } from '@/lib/views/controlWords'
import styles from './ControlTree.module.css'

interface ControlTreeProps {
  /** In the order of the tree */
  steps: readonly ControlStep[]
  control: ControlWords
  locale: Locale
}

/** A step with those that stand below it. */
interface Branch {
  step: ControlStep
  below: Branch[]
}

/** Lists within lists: whole without scripts, and read out as such. */
export function ControlTree({ steps, control, locale }: ControlTreeProps) {
  return <Branches branches={toBranches(steps)} control={control} locale={locale} />
}

function Branches({ branches, ...rest }: { branches: readonly Branch[]; control: ControlWords; locale: Locale }) {
  return (
    <ul className={styles.branches}>
      {branches.map(({ step, below }, place) => (
        <li key={place} className={styles.branch} data-kind={step.kind ?? 'anybody'}>
          <Step step={step} {...rest} />
          {below.length > 0 && <Branches branches={below} {...rest} />}
        </li>
      ))}
    </ul>
  )
}

function Step({ step, control, locale }: { step: ControlStep; control: ControlWords; locale: Locale }) {
  const { account, way, said, gaps } = step
  const cell = account && toNamedCell(account, control, locale)
  const write = (other: Address) => control.nameOf(other) ?? control.displayAddress(other)
  const facts = [way && groupText(step.group, locale), way && way.delay > 0 ? delayText(way.delay, locale) : null].filter(Boolean)
  const evidence = [way?.evidence, ...said, codeText(write, step, locale)].filter(Boolean)
  const again = againText(step, locale)
  return (
    <>
      <p className={styles.name}>
        {cell ? <a href={cell.href}>{cell.text}</a> : kindText(step, locale)} {account && <span className={styles.kind}>{kindText(step, locale)}</span>}
      </p>
      {way && <p>{wayText(way, locale)}{facts.length > 0 && <strong> · {facts.join(' · ')}</strong>}</p>}
      {evidence.length > 0 && <p className={styles.evidence}>{evidence.join('; ')}</p>}
      {gaps.map((gap) => <p key={`${gap.reason} ${gap.detail}`} className={styles.gap}>{gapText(gap, locale)}</p>)}
      {again && <p className={styles.evidence}>{again}</p>}
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
