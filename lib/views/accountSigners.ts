import type { AccountSafe } from '@/lib/domain/account'
import type { Address } from '@/lib/domain/address'
import type { Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { toAccountCell, toBlockCell } from './accountCells'
import { formatDate, formatNumber } from './format'

const words = {
  en: {
    caption: 'Who may move what it holds', signer: 'Signer', name: 'Name', needed: 'Signatures needed', of: (threshold: number, owners: number) => `${threshold} of ${owners}`, chain: 'Chain', block: 'Read at block',
    none: 'It did not answer as a Safe, or was never asked: who may move what it holds is not known here.',
    rule: ({ threshold, owners, block, date }: Said) =>
      `${threshold === owners ? (owners === 1 ? 'The one signer' : `All ${owners} signers`) : `Any ${threshold} of ${owners} signers`} may move what this Safe holds, as it said at block ${block} on ${date}.`,
    note: 'Signing is not owning: what a Safe holds counts as its own, unless the rule that merges a Safe with its signers is chosen. Modules that a Safe admits may move its tokens too and are not read.',
  },
  de: {
    caption: 'Wer bewegen darf, was es hält', signer: 'Unterzeichner', name: 'Name', needed: 'Nötige Unterschriften', of: (threshold: number, owners: number) => `${threshold} von ${owners}`, chain: 'Chain', block: 'Gelesen bei Block',
    none: 'Es hat nicht als Safe geantwortet oder wurde nie gefragt: Wer seinen Bestand bewegen darf, ist hier nicht bekannt.',
    rule: ({ threshold, owners, block, date }: Said) =>
      `${threshold === owners ? (owners === 1 ? 'Der einzige Unterzeichner darf' : `Alle ${owners} Unterzeichner gemeinsam dürfen`) : threshold === 1 ? `Jeder der ${owners} Unterzeichner darf` : `Je ${threshold} der ${owners} Unterzeichner dürfen`} bewegen, was dieser Safe hält, laut seiner Antwort bei Block ${block} am ${date}.`,
    note: 'Unterschreiben heißt nicht besitzen: Der Bestand eines Safes zählt als sein eigener, solange nicht die Regel gewählt ist, die ihn mit seinen Unterzeichnern zusammenlegt. Auch Module, die ein Safe zulässt, können Token bewegen; sie werden nicht gelesen.',
  },
} as const

interface Said {
  threshold: number
  owners: number
  block: string
  date: string
}

/** One who signs for a Safe. */
export interface SignerRow {
  of: AccountSafe
  account: Address
  label: string | null
}

/**
 * Everybody who signs for a Safe, in its own order.
 *
 * @example toSignerRows({ threshold: 2, owners: [{ account: a, label: null }], … }).map(({ account }) => account) // [a]
 */
export const toSignerRows = (of: AccountSafe): SignerRow[] => of.owners.map(({ account, label }) => ({ of, account, label }))

/**
 * Who may move what a Safe holds, and how many of them must agree.
 *
 * @param display writes addresses as people read them (EIP-55)
 * @example accountSigners(toSignerRows(safe), display, 'en').rows[0]?.[2]?.text // '2 of 3'
 */
export function accountSigners(rows: readonly SignerRow[], display: (address: Address) => string, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [
      { id: 'signer', label: word.signer, numeric: false },
      { id: 'name', label: word.name, numeric: false },
      { id: 'needed', label: word.needed, numeric: true },
      { id: 'chain', label: word.chain, numeric: true },
      { id: 'block', label: word.block, numeric: true },
    ],
    rows: rows.map(({ of, account, label }) => [
      toAccountCell(display(account), locale),
      { value: label, text: label ?? '–' },
      { value: of.threshold, text: word.of(of.threshold, of.owners.length) },
      { value: of.chainId, text: String(of.chainId) },
      toBlockCell(of, locale),
    ]),
  }
}

/**
 * How many must agree, in a sentence for each chain.
 *
 * @example accountSignersSentence([{ threshold: 2, owners: [a, b, c], … }], 'en') // 'Any 2 of 3 signers may move what this Safe holds, …'
 */
export const accountSignersSentence = (safes: readonly AccountSafe[], locale: Locale): string =>
  safes.length === 0
    ? words[locale].none
    : safes.map(({ threshold, owners, block, timestamp }) =>
        words[locale].rule({ threshold, owners: owners.length, block: formatNumber(block, 'count', locale), date: formatDate(timestamp, locale) })).join(' ')

/** What signing means for figures. */
export const accountSignersNote = (locale: Locale): string => words[locale].note
