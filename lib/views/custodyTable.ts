import { toDecimalString, toRatio } from '@/lib/domain/amount'
import type { Table } from '@/lib/domain/chartSpec'
import type { Custody, CustodyPart, CustodianRole } from '@/lib/domain/custody'
import { accountRoles } from '@/lib/domain/label'
import type { Token } from '@/lib/domain/protocol'
import type { Locale, Text } from '@/lib/domain/text'
import type { Basis } from './basis'
import { exactAmount } from './exactAmount'
import { formatNumber } from './format'

/** Custodians of a role, as a sentence names them. */
const plurals: Record<CustodianRole, Text> = {
  exchange: { en: 'exchanges', de: 'Börsen' },
  bridge: { en: 'bridges', de: 'Brücken' },
  lendingMarket: { en: 'lending markets', de: 'Kreditmärkte' },
}

const words = {
  en: {
    caption: 'What lies with identifiable custodians',
    name: 'Custodian',
    role: 'Role',
    accounts: 'Accounts',
    amount: 'Amount',
    share: 'Share',
    all: (role: string) => `All ${role}`,
    none: 'No account here is known to belong to an exchange, a bridge or a lending market.',
    found: (share: string, parts: string) => `Identifiable custodians keep at least ${share}: ${parts}.`,
  },
  de: {
    caption: 'Was bei bekannten Verwahrern liegt',
    name: 'Verwahrer',
    role: 'Rolle',
    accounts: 'Konten',
    amount: 'Menge',
    share: 'Anteil',
    all: (role: string) => `Alle ${role}`,
    none: 'Von keinem Konto hier ist bekannt, dass es einer Börse, einer Brücke oder einem Kreditmarkt gehört.',
    found: (share: string, parts: string) => `Bei bekannten Verwahrern liegen mindestens ${share}: ${parts}.`,
  },
} as const

/** One row: all custodians of a role (`name: null`), or those of one name. */
export interface CustodyRow extends CustodyPart {
  role: CustodianRole
  name: string | null
}

/**
 * The rows of the custody table: the roles, then the names, largest first.
 *
 * @example toCustodyRows(custody)[0] // { role: 'exchange', name: null, accounts: 3, amount: 350n }
 */
export const toCustodyRows = ({ byRole, byName }: Custody): CustodyRow[] => [...byRole.map((part) => ({ ...part, name: null })), ...byName]

/**
 * What exchanges, bridges and lending markets keep, by role and by name.
 *
 * @example custodyTable(custody, token, 'en').rows[0]?.map(({ text }) => text) // ['All exchanges', 'exchange', '3', '350', '35.0%']
 */
export function custodyTable(custody: Custody, token: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [
      { id: 'name', label: word.name, numeric: false },
      { id: 'role', label: word.role, numeric: false },
      { id: 'accounts', label: word.accounts, numeric: true },
      { id: 'amount', label: `${word.amount} (${token.symbol})`, numeric: true },
      { id: 'share', label: word.share, numeric: true },
    ],
    rows: toCustodyRows(custody).map(({ role, name, accounts, amount }) => {
      const share = toRatio(amount, custody.denominator)
      return [
        { value: name, text: name ?? word.all(plurals[role][locale]) },
        { value: role, text: accountRoles[role][locale] },
        { value: accounts, text: formatNumber(accounts, 'count', locale) },
        { value: toDecimalString(amount, token.decimals), text: exactAmount(amount, token.decimals, locale) },
        { value: share, text: formatNumber(share, 'share', locale) },
      ]
    }),
  }
}

/**
 * What share of everything custodians keep, by role. At least: a custodian whom nobody has labelled is not among them.
 *
 * @example custodySentence(custody, basis, 'en') // 'Identifiable custodians keep at least 45.0% of the total supply: exchanges 35.0%, bridges 10.0%.'
 */
export function custodySentence({ amount, denominator, byRole }: Custody, { ofDenominator }: Pick<Basis, 'ofDenominator'>, locale: Locale): string {
  if (amount === 0n) return words[locale].none
  const share = (part: bigint) => formatNumber(toRatio(part, denominator), 'share', locale)
  return words[locale].found(`${share(amount)} ${ofDenominator}`, byRole.map((part) => `${plurals[part.role][locale]} ${share(part.amount)}`).join(', '))
}
