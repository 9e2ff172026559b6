import type { Table } from '../domain/chartSpec'
import type { Address } from '../domain/address'
import type { ContractStatus } from '../domain/contractStatus'
import type { Locale } from '../domain/text'
import { formatNumber } from './format'

const words = {
  en: {
    caption: 'What is read of contracts’ logs', protocol: 'Protocol', contract: 'Contract', address: 'Address', block: 'Read up to block', error: 'Last error', unknown: 'nothing yet', no: 'none',
    kept: (count: string, isOne: boolean) => `The logs of ${isOne ? 'one contract' : `${count} contracts`} are kept; `, failed: (count: string) => `with ${count} of them the last reading ended in an error.`, noFailed: 'the last reading of each went through.', nothing: 'No contract’s logs are kept yet.',
  },
  de: {
    caption: 'Was von den Logs der Contracts gelesen ist', protocol: 'Protokoll', contract: 'Contract', address: 'Adresse', block: 'Gelesen bis Block', error: 'Letzter Fehler', unknown: 'noch nichts', no: 'keiner',
    kept: (count: string, isOne: boolean) => `Die Logs von ${isOne ? 'einem Contract' : `${count} Contracts`} werden aufbewahrt; `, failed: (count: string) => `bei ${count} davon endete das letzte Lesen mit einem Fehler.`, noFailed: 'das letzte Lesen gelang bei jedem.', nothing: 'Noch werden von keinem Contract Logs aufbewahrt.',
  },
} as const

/**
 * Each contract whose logs are kept: how far they are read, and what reading them ended with.
 *
 * @param names slug → the protocol's name
 * @example contractsTable(contracts, new Map([['uniswap', 'Uniswap']]), toChecksumAddress, 'en').rows[0]?.[3]?.text // '21,500,000'
 */
export function contractsTable(contracts: readonly ContractStatus[], names: ReadonlyMap<string, string>, displayAddress: (address: Address) => string, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [
      { id: 'protocol', label: word.protocol, numeric: false },
      { id: 'contract', label: word.contract, numeric: false },
      { id: 'address', label: word.address, numeric: false },
      { id: 'block', label: word.block, numeric: true },
      { id: 'error', label: word.error, numeric: false },
    ],
    rows: contracts.map(({ protocol, name, address, lastBlock, error }) => [
      { value: protocol, text: names.get(protocol) ?? protocol },
      { value: name, text: name },
      { value: displayAddress(address), text: displayAddress(address) },
      { value: lastBlock, text: lastBlock === null ? word.unknown : formatNumber(lastBlock, 'count', locale) },
      { value: error, text: error ?? word.no },
    ]),
  }
}

/**
 * How many contracts' logs are kept, and how many of them could not be read to the end.
 *
 * @example contractsSentence([{ ...uni, error: null }], 'en') // 'The logs of one contract are kept; the last reading of each went through.'
 */
export function contractsSentence(contracts: readonly Pick<ContractStatus, 'error'>[], locale: Locale): string {
  const word = words[locale]
  if (contracts.length === 0) return word.nothing
  const failed = contracts.filter(({ error }) => error !== null).length
  const count = (value: number) => formatNumber(value, 'count', locale)
  return word.kept(count(contracts.length), contracts.length === 1) + (failed === 0 ? word.noFailed : word.failed(count(failed)))
}
