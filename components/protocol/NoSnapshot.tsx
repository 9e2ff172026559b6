import type { Locale } from '@/lib/domain/text'
import { Notice } from '../frame/Notice'

const words = {
  en: { title: 'No snapshot yet', text: 'The ledger of this token has not been read to its end, or no snapshot was taken. Nothing is shown rather than half of it.', what: 'lorenz sync reads the chain, lorenz snapshot measures, lorenz status says how far it is.' },
  de: { title: 'Noch kein Stand', text: 'Das Hauptbuch dieses Tokens ist noch nicht zu Ende gelesen, oder es wurde noch kein Stand festgehalten. Lieber nichts zeigen als die Hälfte.', what: 'lorenz sync liest die Chain, lorenz snapshot misst, lorenz status sagt, wie weit es ist.' },
} as const

/** Nothing was measured yet: why, and what to do. */
export function NoSnapshot({ locale }: { locale: Locale }) {
  const word = words[locale]
  return <Notice title={word.title}><p>{word.text}</p><p>{word.what}</p></Notice>
}
