import styles from './ChartPage.module.css'

export interface Download {
  href: string
  name: string
  what: string
}

/** The files of a chart, each with what it is for. */
export function Downloads({ downloads }: { downloads: readonly Download[] }) {
  return (
    <ul className={styles.downloads}>
      {downloads.map(({ href, name, what }) => <li key={name}><a href={href}>{name}</a><span>{what}</span></li>)}
    </ul>
  )
}
