import styles from './ChartPage.module.css'

export interface Snippet {
  title: string
  text: string
}

/** Text to be copied as it stands. */
export function Snippets({ snippets }: { snippets: readonly Snippet[] }) {
  return (
    <div className={styles.snippets}>
      {snippets.map(({ title, text }) => (
        <div key={title}>
          <h3>{title}</h3>
          <pre className={styles.code} role="group" aria-label={title}><code>{text}</code></pre>
        </div>
      ))}
    </div>
  )
}
