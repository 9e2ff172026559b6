import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Superusers } from '@/lib/domain/superuser'
import type { Locale } from '@/lib/domain/text'
import { formatNumber } from './format'
import { toHref } from './href'
import { superuserName, type DisplayAddress } from './superuserWords'

const words = {
  en: { caption: 'Which account is large in which protocol', account: 'Account', protocols: 'Protocols', none: '–', at: (rank: string, share: string) => `no. ${rank}: ${share}`, note: 'Each cell is the account’s place among the holders and its share of what they hold. In brackets: not among the 100 largest, but in the largest hundredth. A dash: in neither.', shown: (shown: string, all: string) => `The first ${shown} of ${all} are shown; the table of all accounts has the rest.` },
  de: { caption: 'Welches Konto in welchem Protokoll groß ist', account: 'Konto', protocols: 'Protokolle', none: '–', at: (rank: string, share: string) => `Nr. ${rank}: ${share}`, note: 'Jede Zelle nennt den Platz des Kontos unter den Haltern und seinen Anteil an dem, was diese halten. In Klammern: nicht unter den 100 größten, aber im größten Hundertstel. Ein Strich: in keiner der beiden Listen.', shown: (shown: string, all: string) => `Gezeigt sind die ersten ${shown} von ${all}; die übrigen stehen in der Tabelle aller Konten.` },
} as const

/** So many accounts are read at a glance. */
export const accountsShown = 25

/**
 * Superusers against protocols: in each cell the place and the share, so that it reads without colours.
 *
 * @example superusersMatrix(found, displayAddress, 'en').rows[0]?.map(({ text }) => text) // ['Fund', '2', 'no. 3: 2.1%', 'no. 12: 0.9%', '–']
 */
export function superusersMatrix({ superusers, lists }: Pick<Superusers, 'superusers' | 'lists'>, displayAddress: DisplayAddress, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [
      { id: 'account', label: word.account, numeric: false },
      { id: 'protocols', label: word.protocols, numeric: true },
      ...lists.map(({ protocol, protocolName }) => ({ id: protocol, label: protocolName, numeric: true })),
    ],
    rows: superusers.slice(0, accountsShown).map((one) => [
      { value: displayAddress(one.account), text: superuserName(one, displayAddress), href: toHref(locale, `/accounts/${displayAddress(one.account)}`) },
      { value: one.among.hundred, text: formatNumber(one.among.hundred, 'count', locale) },
      ...lists.map(({ protocol }): Cell => {
        const place = one.holdings.find((holding) => holding.protocol === protocol)
        if (!place) return { value: null, text: word.none }
        const text = word.at(formatNumber(place.rank, 'count', locale), formatNumber(place.share, 'share', locale))
        return { value: place.rank, text: place.among.includes('hundred') ? text : `(${text})` }
      }),
    ]),
  }
}

/** How its cells are read. */
export function matrixNotes({ superusers }: Pick<Superusers, 'superusers'>, locale: Locale): string[] {
  const word = words[locale]
  const count = (value: number) => formatNumber(value, 'count', locale)
  return [word.note, ...(superusers.length > accountsShown ? [word.shown(count(accountsShown), count(superusers.length))] : [])]
}
