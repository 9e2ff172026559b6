import type { HeadlineBandText } from '@/lib/views/headlineBands'
import type { HeadlineFigure } from '@/lib/views/metricsTable'
import { HeadlineBand } from './HeadlineBand'
import styles from './HeadlineFigures.module.css'

interface HeadlineFiguresProps {
  figures: readonly HeadlineFigure[]
  /** How far some of them depend on the lens, by metric */
  bands?: ReadonlyMap<string, HeadlineBandText>
}

/** The few figures that stand large, each with the question it answers and, where it is known, its band. */
export function HeadlineFigures({ figures, bands }: HeadlineFiguresProps) {
  return (
    <dl className={styles.figures}>
      {figures.map(({ id, name, question, cell }) => (
        <div key={id} className={styles.figure} data-metric={id}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value} data-gap={cell.value === null}>{cell.text}</dd>
          {bands?.has(id) && <HeadlineBand band={bands.get(id)!} />}
          <dd className={styles.question}>{question}</dd>
        </div>
      ))}
    </dl>
  )
}
