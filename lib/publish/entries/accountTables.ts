import { toDecimalString } from '@/lib/domain/amount'
import type { AccountHolding, AccountPath, AccountStatement, EntityMember, HolderPlace } from '@/lib/domain/account'
import { headlineLens } from '@/lib/ownership/lenses'
import { accountHoldings as accountHoldingsView, accountHoldingsNotes, accountHoldingsSentence, accountLimits } from '@/lib/views/accountHoldings'
import { accountEntity as accountEntityView, accountEntityNote, accountEntitySentence, accountLabels as accountLabelsView, accountLabelsNote, accountLabelsSentence } from '@/lib/views/accountLabels'
import { accountOwners as accountOwnersView, accountOwnersNote, accountOwnersSentence, toWrappedRows, type WrappedRow } from '@/lib/views/accountOwners'
import { accountPaths as accountPathsView, accountPathsNote, accountPathsSentence, toNames } from '@/lib/views/accountPaths'
import { accountSigners as accountSignersView, accountSignersNote, accountSignersSentence, toSignerRows, type SignerRow } from '@/lib/views/accountSigners'
import { wayText } from '@/lib/views/waysText'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import { toPercent } from '../plainDecimal'
import type { Chart } from '../view'
import { ofAccount, ownerColumn, toAccountParts, toAccountTitle, tokenColumns } from './accountParts'
import { toTableView } from './toTableView'

const table = { ...ofAccount, kind: 'table', needs: ['account'] } as const satisfies Partial<Chart>

/** The figures of a place in a list, each name behind a word that says which list. */
const placeColumns = (before: '' | 'counted_', pick: (holding: AccountHolding) => HolderPlace | null): CsvColumn<AccountHolding>[] => {
  const column = (name: string, write: (place: HolderPlace, holding: AccountHolding) => string): CsvColumn<AccountHolding> => ({
    name: before + name, kind: 'number', value: (holding) => {
      const place = pick(holding)
      return place && write(place, holding)
    },
  })
  return [
    column('rank', ({ rank }) => String(rank)),
    column('balance', ({ amount }, { token }) => toDecimalString(amount, token.decimals)),
    column('balance_raw', ({ amount }) => String(amount)),
    column('share_pct', ({ amount, denominator }) => toPercent(amount, denominator)),
    column('denominator_raw', ({ denominator }) => String(denominator)),
  ]
}

export const accountHoldings: Chart = {
  ...table,
  id: 'accountHoldings',
  title: { en: 'What an account holds', de: 'Was ein Konto hält' },
  view: (loaded, locale) => {
    const parts = toAccountParts(loaded)
    if (!parts) return null
    const { account: { holdings, insides }, display } = parts
    const columns: CsvColumn<AccountHolding>[] = [
      ownerColumn(parts),
      ...placeColumns('', ({ own }) => own),
      ...placeColumns('counted_', ({ counted }) => counted),
      { name: 'counted_as', kind: 'code', value: ({ counted, elsewhere }) => (counted ? 'ok' : elsewhere?.kind ?? 'none') },
      { name: 'counted_with', kind: 'code', value: ({ elsewhere }) => (elsewhere?.kind === 'countedWith' ? display(elsewhere.account) : null) },
      { name: 'counted_lens', kind: 'code', value: () => headlineLens },
      ...tokenColumns<AccountHolding>(parts, (holding) => holding),
    ]
    return toTableView({
      id: 'accountHoldings', title: toAccountTitle(accountHoldings.title, parts, locale), sentence: accountHoldingsSentence(holdings, parts.name, locale),
      notes: accountHoldingsNotes(holdings, insides, loaded.lens, locale), table: accountHoldingsView(holdings, display, locale), columns, rows: holdings,
    }, locale)
  },
}

export const accountPaths: Chart = {
  ...table,
  id: 'accountPaths',
  title: { en: 'By which ways an account came to what it owns', de: 'Auf welchen Wegen ein Konto zu seinem Eigentum kam' },
  view: (loaded, locale) => {
    const parts = toAccountParts(loaded)
    if (!parts) return null
    const { account: { paths }, display } = parts
    const columns: CsvColumn<AccountPath>[] = [
      ownerColumn(parts),
      { name: 'path', kind: 'text', value: (path) => wayText(toNames(path), 'en') },
      { name: 'contracts', kind: 'code', value: ({ steps }) => steps.map(({ contract }) => display(contract)).join(':') || null },
      { name: 'depth', kind: 'number', value: ({ steps }) => String(steps.length) },
      { name: 'merged', kind: 'code', value: ({ merged }) => (merged ? 'yes' : 'no') },
      { name: 'amount', kind: 'number', value: ({ amount, token }) => toDecimalString(amount, token.decimals) },
      { name: 'amount_raw', kind: 'number', value: ({ amount }) => String(amount) },
      { name: 'share_pct', kind: 'number', value: ({ amount, total }) => toPercent(amount, total) },
      { name: 'denominator_raw', kind: 'number', value: ({ total }) => String(total) },
      ...tokenColumns<AccountPath>(parts, (path) => path),
    ]
    return toTableView({
      id: 'accountPaths', title: toAccountTitle(accountPaths.title, parts, locale), sentence: accountPathsSentence(paths, locale),
      notes: [accountPathsNote(locale), ...accountLimits(paths, locale)], table: accountPathsView(paths, locale), columns, rows: paths,
    }, locale)
  },
}

export const accountLabels: Chart = {
  ...table,
  id: 'accountLabels',
  title: { en: 'Who an account is said to be', de: 'Wem ein Konto zugeschrieben wird' },
  view: (loaded, locale) => {
    const parts = toAccountParts(loaded)
    if (!parts) return null
    const { statements } = parts.account
    const columns: CsvColumn<AccountStatement>[] = [
      ownerColumn(parts),
      { name: 'protocol', kind: 'code', value: ({ protocol }) => protocol },
      { name: 'label', kind: 'text', value: ({ name }) => name },
      { name: 'label_role', kind: 'code', value: ({ role }) => role },
      { name: 'account_kind', kind: 'code', value: ({ kind }) => kind },
      { name: 'entity', kind: 'text', value: ({ entity }) => entity },
      { name: 'exclusion', kind: 'text', value: ({ exclusion }) => exclusion },
      { name: 'counting_parts', kind: 'code', value: ({ counts }) => counts.join(':') || null },
      { name: 'confidence', kind: 'code', value: ({ confidence }) => confidence },
      { name: 'label_origin', kind: 'code', value: ({ origin }) => origin },
      { name: 'label_file', kind: 'text', value: ({ file }) => file || null },
      { name: 'label_source', kind: 'text', value: ({ source }) => source },
      { name: 'as_of', kind: 'code', value: ({ asOf }) => asOf },
    ]
    return toTableView({
      id: 'accountLabels', title: toAccountTitle(accountLabels.title, parts, locale), sentence: accountLabelsSentence(statements, locale),
      notes: [accountLabelsNote(locale)], table: accountLabelsView(statements, locale), columns, rows: statements,
    }, locale)
  },
}

export const accountEntity: Chart = {
  ...table,
  id: 'accountEntity',
  title: { en: 'With whom an account is one holder', de: 'Mit wem ein Konto als ein Halter zählt' },
  view: (loaded, locale) => {
    const parts = toAccountParts(loaded)
    if (!parts) return null
    const { account: { entity, address }, display } = parts
    const columns: CsvColumn<EntityMember>[] = [
      { name: 'address', kind: 'code', value: ({ account }) => display(account) },
      { name: 'label', kind: 'text', value: ({ label }) => label },
      { name: 'rule', kind: 'code', value: ({ rule }) => rule },
      { name: 'evidence', kind: 'text', value: ({ evidence }) => evidence.en },
      { name: 'counted_with', kind: 'code', value: ({ representative }) => representative && display(representative) },
      { name: 'protocol', kind: 'code', value: ({ protocol }) => protocol },
    ]
    return toTableView({
      id: 'accountEntity', title: toAccountTitle(accountEntity.title, parts, locale), sentence: accountEntitySentence(entity, address, locale),
      notes: [accountEntityNote(locale)], table: accountEntityView(entity, display, locale), columns, rows: entity,
    }, locale)
  },
}

export const accountOwners: Chart = {
  ...table,
  id: 'accountOwners',
  title: { en: 'For whom an account holds', de: 'Für wen ein Konto hält' },
  view: (loaded, locale) => {
    const parts = toAccountParts(loaded)
    if (!parts) return null
    const { account: { wrapped }, display } = parts
    const rows = wrapped.flatMap(toWrappedRows)
    const columns: CsvColumn<WrappedRow>[] = [
      { name: 'contract', kind: 'code', value: () => parts.address },
      { name: 'part', kind: 'code', value: ({ kind }) => kind },
      { name: 'address', kind: 'code', value: ({ account }) => account && display(account) },
      { name: 'label', kind: 'text', value: ({ label }) => label },
      { name: 'reason', kind: 'code', value: ({ reason }) => reason },
      { name: 'amount', kind: 'number', value: ({ amount, of }) => toDecimalString(amount, of.token.decimals) },
      { name: 'amount_raw', kind: 'number', value: ({ amount }) => String(amount) },
      { name: 'share_pct', kind: 'number', value: ({ amount, of }) => toPercent(amount, of.held) },
      { name: 'denominator_raw', kind: 'number', value: ({ of }) => String(of.held) },
      { name: 'ownership_source', kind: 'code', value: ({ of }) => of.source },
      { name: 'asset', kind: 'code', value: ({ of }) => display(of.asset) },
      ...tokenColumns<WrappedRow>(parts, ({ of }) => of),
    ]
    return toTableView({
      id: 'accountOwners', title: toAccountTitle(accountOwners.title, parts, locale), sentence: accountOwnersSentence(wrapped, locale),
      notes: [accountOwnersNote(locale), ...accountLimits(wrapped, locale)], table: accountOwnersView(rows, display, locale), columns, rows,
    }, locale)
  },
}

export const accountSigners: Chart = {
  ...table,
  id: 'accountSigners',
  title: { en: 'Who may move what an account holds', de: 'Wer bewegen darf, was ein Konto hält' },
  view: (loaded, locale) => {
    const parts = toAccountParts(loaded)
    if (!parts) return null
    const { account: { safes }, display } = parts
    const rows = safes.flatMap(toSignerRows)
    const columns: CsvColumn<SignerRow>[] = [
      { name: 'safe', kind: 'code', value: () => parts.address },
      { name: 'signer', kind: 'code', value: ({ account }) => display(account) },
      { name: 'label', kind: 'text', value: ({ label }) => label },
      { name: 'group_threshold', kind: 'number', value: ({ of }) => String(of.threshold) },
      { name: 'members', kind: 'number', value: ({ of }) => String(of.owners.length) },
      { name: 'chain_id', kind: 'number', value: ({ of }) => String(of.chainId) },
      { name: 'block_number', kind: 'number', value: ({ of }) => String(of.block) },
      { name: 'block_time', kind: 'code', value: ({ of }) => toIsoTime(of.timestamp) },
    ]
    return toTableView({
      id: 'accountSigners', title: toAccountTitle(accountSigners.title, parts, locale), sentence: accountSignersSentence(safes, locale),
      notes: safes.length > 0 ? [accountSignersNote(locale)] : [], table: accountSignersView(rows, display, locale), columns, rows,
    }, locale)
  },
}
