import type { HeadlineFigure } from '@/lib/views/metricsTable'
import styles from './HeadlineFigures.module.css'

/** The few figures that stand large, each with the question it answers. */
export function HeadlineFigures({ figures }: { figures: readonly HeadlineFigure[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map(({ id, name, question, cell }) => (
        <div key={id} className={styles.figure} data-metric={id}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value} data-gap={cell.value === null}>{cell.text}</dd>
          <dd className={styles.question}>{question}</dd>
        </div>
      ))}
    </dl>
  )
}
