import type { Locale } from '@/lib/domain/text'
import { toHref } from '@/lib/views/href'
import { Notice } from '../frame/Notice'
import { AccountSearch } from './AccountSearch'

const words = {
  en: {
    unseen: 'This account was never seen here',
    unseenText: 'No ledger that this installation keeps has a change of its balance, no followed contract has this address, and nobody says anything of it. That says nothing about other tokens.',
    wrong: 'This is not an address',
    wrongText: 'An address is 0x and 40 hexadecimal digits (0 to 9, a to f), in any case.',
    home: 'All protocols',
  },
  de: {
    unseen: 'Dieses Konto kam hier nie vor',
    unseenText: 'In keinem Hauptbuch dieser Installation hat sich sein Bestand je verändert, kein verfolgter Contract hat diese Adresse, und niemand sagt etwas über sie. Über andere Token besagt das nichts.',
    wrong: 'Das ist keine Adresse',
    wrongText: 'Eine Adresse besteht aus 0x und 40 hexadezimalen Ziffern (0 bis 9, a bis f), in beliebiger Schreibung.',
    home: 'Alle Protokolle',
  },
} as const

const isAddress = (written: string): boolean => /^0[xX][0-9a-fA-F]{40}$/.test(written)

/** What is wrong with an address that has no page. */
export const missingAccountTitle = (address: string, locale: Locale): string => words[locale][isAddress(address) ? 'unseen' : 'wrong']

/** Says why there is no page of an account, and lets the reader try another. */
export function MissingAccount({ address, locale }: { address: string; locale: Locale }) {
  const word = words[locale]
  return (
    <>
      <Notice title={missingAccountTitle(address, locale)} heading={1}>
        <p>{isAddress(address) ? word.unseenText : word.wrongText}</p>
        <p><a href={toHref(locale, '/')}>{word.home}</a></p>
      </Notice>
      <AccountSearch search="" locale={locale} />
    </>
  )
}
