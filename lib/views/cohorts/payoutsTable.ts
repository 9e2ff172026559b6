import type { Address } from '@/lib/domain/address'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Payout } from '@/lib/domain/cohorts'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { toAccountCell, toAmountCell } from '../accountCells'
import { formatNumber } from '../format'
import { toPart } from './months'

const words = {
  en: {
    caption: 'What receivers of airdrops and rewards still hold', name: 'Paid by', proof: 'Known by', claims: 'its logs', firstReceipts: 'the ledger, first tokens only', paidOut: 'Paid out', receivers: 'Receivers', received: 'Received', kept: 'Still held of it', keptShare: 'Share still held', all: 'Hold all of it or more', part: 'Hold less', nothing: 'Hold nothing', leftOut: 'Receivers left out',
    sentence: (name: string, kept: string, nothing: string) => `Of what ${name} paid them, its receivers still hold ${kept}; ${nothing} hold nothing any more.`,
  },
  de: {
    caption: 'Was Empfänger von Airdrops und Belohnungen noch halten', name: 'Gezahlt von', proof: 'Bekannt aus', claims: 'seinen Logs', firstReceipts: 'dem Hauptbuch, nur erste Token', paidOut: 'Ausgezahlt', receivers: 'Empfänger', received: 'Empfangen', kept: 'Davon noch gehalten', keptShare: 'Anteil noch gehalten', all: 'Halten alles oder mehr', part: 'Halten weniger', nothing: 'Halten nichts', leftOut: 'Nicht gezählte Empfänger',
    sentence: (name: string, kept: string, nothing: string) => `Von dem, was ${name} zahlte, halten die Empfänger noch ${kept}; ${nothing} halten nichts mehr.`,
  },
} as const

/**
 * Distributors with what their receivers still hold.
 *
 * @param displayAddress EIP-55
 * @example payoutsTable(study.payouts, token, toChecksumAddress, 'en').rows[0]?.map(({ text }) => text)
 * // ['Airdrop', 'its logs', '520,000,000', '917', '476,120,000', '88,310,000', '18.5%', '102', '64', '751', '0']
 */
export function payoutsTable(payouts: readonly Payout[], token: Pick<Token, 'symbol' | 'decimals'>, displayAddress: (address: Address) => string, locale: Locale): Table {
  const word = words[locale]
  const count = (value: number): Cell => ({ value, text: formatNumber(value, 'count', locale) })
  return {
    caption: word.caption,
    columns: [
      { id: 'name', label: word.name, numeric: false },
      { id: 'proof', label: word.proof, numeric: false },
      { id: 'paidOut', label: `${word.paidOut} (${token.symbol})`, numeric: true },
      { id: 'receivers', label: word.receivers, numeric: true },
      { id: 'received', label: `${word.received} (${token.symbol})`, numeric: true },
      { id: 'kept', label: `${word.kept} (${token.symbol})`, numeric: true },
      { id: 'keptShare', label: word.keptShare, numeric: true },
      { id: 'all', label: word.all, numeric: true },
      { id: 'part', label: word.part, numeric: true },
      { id: 'nothing', label: word.nothing, numeric: true },
      { id: 'leftOut', label: word.leftOut, numeric: true },
    ],
    rows: payouts.map(({ address, name, proof, paidOut, receivers, received, months, holdAll, holdPart, holdNothing, leftOut }) => {
      const { kept } = months.at(-1)!
      const share = toPart(kept, received)
      return [
        toAccountCell(displayAddress(address), locale, name), { value: proof, text: word[proof] }, toAmountCell(paidOut, token, locale), count(receivers), toAmountCell(received, token, locale), toAmountCell(kept, token, locale),
        { value: share, text: share === null ? '–' : formatNumber(share, 'share', locale) }, count(holdAll), count(holdPart), count(holdNothing), count(leftOut),
      ]
    }),
  }
}

/**
 * What became of what the distributor with most receivers paid.
 *
 * @param payouts at least one
 * @example payoutsSentence(study.payouts, 'en') // 'Of what Airdrop paid them, its receivers still hold 18.5%; 751 hold nothing any more.'
 */
export function payoutsSentence([first]: readonly Payout[], locale: Locale): string {
  if (!first) return ''
  return words[locale].sentence(first.name, formatNumber(toPart(first.months.at(-1)!.kept, first.received) ?? 0, 'share', locale), formatNumber(first.holdNothing, 'count', locale))
}
