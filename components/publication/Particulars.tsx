import { Fragment } from 'react'
import styles from './ChartPage.module.css'

export interface Particular {
  name: string
  value: string
}

/** Block, hash, lens, versions, fingerprint: for those who check. */
export function Particulars({ particulars }: { particulars: readonly Particular[] }) {
  return (
    <dl className={styles.particulars}>
      {particulars.map(({ name, value }) => <Fragment key={name}><dt>{name}</dt><dd>{value}</dd></Fragment>)}
    </dl>
  )
}
