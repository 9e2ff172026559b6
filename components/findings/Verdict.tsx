import { verdicts, type Verdict as VerdictId } from '@/lib/domain/finding'
import type { Locale } from '@/lib/domain/text'
import styles from './Findings.module.css'

/** What a claim comes to, in words; its edge says the same to the eye: whole, broken, thin or dotted. */
export const Verdict = ({ verdict, locale }: { verdict: VerdictId; locale: Locale }) => <strong className={styles.verdict} data-verdict={verdict}>{verdicts[verdict][locale]}</strong>
