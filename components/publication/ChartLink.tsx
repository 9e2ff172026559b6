import type { Locale } from '@/lib/domain/text'
import styles from './ChartLink.module.css'

const words = { en: 'Files, embedding, citation', de: 'Dateien, Einbetten, Zitieren' }

/** The way from a table to its own page. */
export const ChartLink = ({ href, locale }: { href: string; locale: Locale }) => <p className={styles.link}><a href={href}>{words[locale]}</a></p>
