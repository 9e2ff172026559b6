import type { AccountPath } from '@/lib/domain/account'
import type { Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { toAmountCell, toBlockCell, toShareCell, toTokenCell } from './accountCells'
import { formatNumber } from './format'
import { wayText } from './waysText'

const words = {
  en: {
    caption: 'By which ways it came to it', token: 'Token', path: 'Way', amount: 'Amount', share: 'Share of all tokens', depth: 'Contracts between', block: 'Block',
    none: 'Nothing of the followed tokens belongs to it, directly or through a contract.',
    all: 'All that belongs to it lies in its own wallet.',
    through: (token: string, amount: string, path: string) => `Its largest holding through a contract is ${amount} ${token}: ${path}.`,
    order: 'A way begins with the contract that holds the token and ends with the one in which the account itself has something.',
  },
  de: {
    caption: 'Auf welchen Wegen es dazu kam', token: 'Token', path: 'Weg', amount: 'Menge', share: 'Anteil an allen Token', depth: 'Contracts dazwischen', block: 'Block',
    none: 'Von den verfolgten Token gehört ihm nichts, weder direkt noch über einen Contract.',
    all: 'Alles, was ihm gehört, liegt in der eigenen Wallet.',
    through: (token: string, amount: string, path: string) => `Der größte Bestand über einen Contract sind ${amount} ${token}: ${path}.`,
    order: 'Ein Weg beginnt beim Contract, der den Token hält, und endet bei dem, in dem das Konto selbst etwas hat.',
  },
} as const

/** The names of a way's contracts. */
export const toNames = ({ steps, merged }: Pick<AccountPath, 'steps' | 'merged'>) => ({ contracts: steps, merged })

/**
 * What belongs to an account, way by way, largest first within each token.
 *
 * @example accountPaths([{ steps: [], amount: 5n, total: 10n, … }], 'de').rows[0]?.[1]?.text // 'eigene Wallet'
 */
export function accountPaths(paths: readonly AccountPath[], locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [
      { id: 'token', label: word.token, numeric: false },
      { id: 'path', label: word.path, numeric: false },
      { id: 'amount', label: word.amount, numeric: true },
      { id: 'share', label: word.share, numeric: true },
      { id: 'depth', label: word.depth, numeric: true },
      { id: 'block', label: word.block, numeric: true },
    ],
    rows: paths.map((path) => [
      toTokenCell(path, locale),
      { value: wayText(toNames(path), locale), text: wayText(toNames(path), locale) },
      toAmountCell(path.amount, path.token, locale),
      toShareCell(path.amount, path.total, locale),
      { value: path.steps.length, text: formatNumber(path.steps.length, 'count', locale) },
      toBlockCell(path, locale),
    ]),
  }
}

/**
 * What came through contracts, in a sentence.
 *
 * @example accountPathsSentence([], 'en') // 'Nothing of the followed tokens belongs to it, directly or through a contract.'
 */
export function accountPathsSentence(paths: readonly AccountPath[], locale: Locale): string {
  const word = words[locale]
  if (paths.length === 0) return word.none
  const share = ({ amount, total }: AccountPath) => Number((amount * 10n ** 12n) / total)
  const largest = paths.filter(({ steps }) => steps.length > 0).sort((a, b) => share(b) - share(a))[0]
  return largest ? word.through(largest.token.symbol, toAmountCell(largest.amount, largest.token, locale).text, wayText(toNames(largest), locale)) : word.all
}

/** In which order a way is written. */
export const accountPathsNote = (locale: Locale): string => words[locale].order
