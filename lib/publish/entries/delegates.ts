import { toDecimalString } from '@/lib/domain/amount'
import type { Locale } from '@/lib/domain/text'
import { delegatesSentence, delegatesTable as delegatesTableView } from '@/lib/views/delegatesTable'
import type { DelegateRow } from '@/lib/views/delegateRow'
import { delegationSentence, delegationTable as delegationTableView, toDelegationRows, type DelegationRow } from '@/lib/views/delegationTable'
import { formatNumber } from '@/lib/views/format'
import type { CsvColumn } from '../csv'
import type { LoadedDelegates } from '../loadedVotes'
import { toPercent, toPercentDecimal } from '../plainDecimal'
import type { Chart } from '../view'
import { largestShownNotes, rowsShown } from './largestShown'
import { toTableView, toTitle } from './toTableView'
import { toDelegatesParts } from './votesParts'

const shared = { kind: 'table', scopes: ['token'], days: false, fixed: false, long: false } as const

const words = {
  en: {
    power: (count: string, method: 'exact' | 'sampled') => `Power (Banzhaf, normalised): how often one of the ${count} largest decides, were they to vote for or against at random, a majority of all votes to win, and nobody else to vote; ${method === 'exact' ? 'counted' : 'sampled'}.`,
    uncounted: 'Power was not counted: the largest delegates have no majority together.',
    missed: 'Proposals from before an account had votes count as missed too.',
  },
  de: {
    power: (count: string, method: 'exact' | 'sampled') => `Macht (Banzhaf, normiert): wie oft einer der ${count} größten den Ausschlag gibt, wenn sie zufällig dafür oder dagegen stimmen, die Mehrheit aller Stimmen gewinnt und sonst niemand abstimmt; ${method === 'exact' ? 'ausgezählt' : 'als Stichprobe'}.`,
    uncounted: 'Die Macht wurde nicht gezählt: Die größten Delegierten haben zusammen keine Mehrheit.',
    missed: 'Auch Vorschläge aus der Zeit, bevor ein Konto Stimmen hatte, zählen als versäumt.',
  },
} as const

/** How power was counted, or why it was not. */
export const powerText = (counted: LoadedDelegates['counted'], locale: Locale): string =>
  counted ? words[locale].power(formatNumber(counted.delegates, 'count', locale), counted.method) : words[locale].uncounted

export const delegatesTable: Chart = {
  ...shared,
  id: 'delegatesTable',
  title: { en: 'Delegates', de: 'Delegierte' },
  lenses: true,
  needs: ['votes', 'powerIndices'],
  view: (loaded, locale) => {
    const parts = toDelegatesParts(loaded, locale)
    if (!parts) return null
    const { token, delegates: { rows, denominator, counted }, votes: { proposals }, notes, foot } = parts
    const word = words[locale]
    const columns: CsvColumn<DelegateRow>[] = [
      { name: 'rank', kind: 'number', value: ({ rank }) => String(rank) },
      { name: 'address', kind: 'code', value: ({ address }) => address },
      { name: 'votes', kind: 'number', value: ({ votes }) => toDecimalString(votes, token.decimals) },
      { name: 'votes_raw', kind: 'number', value: ({ votes }) => String(votes) },
      { name: 'share_pct', kind: 'number', value: ({ votes }) => toPercent(votes, denominator) },
      { name: 'delegators', kind: 'number', value: ({ delegators }) => (delegators === null ? null : String(delegators)) },
      { name: 'own_votes_raw', kind: 'number', value: ({ own }) => (own === null ? null : String(own)) },
      { name: 'voted_of_last', kind: 'number', value: ({ cast }) => String(cast.last) },
      { name: 'last_proposals', kind: 'number', value: () => String(proposals.last), constant: true },
      { name: 'voted_of_all', kind: 'number', value: ({ cast }) => String(cast.all) },
      { name: 'all_proposals', kind: 'number', value: () => String(proposals.decided), constant: true },
      { name: 'banzhaf_pct', kind: 'number', value: ({ banzhaf }) => (banzhaf === null ? null : toPercentDecimal(banzhaf)) },
      { name: 'label', kind: 'text', value: ({ label }) => label?.name ?? null },
      { name: 'label_role', kind: 'code', value: ({ label }) => label?.role ?? null },
      { name: 'label_source', kind: 'text', value: ({ label }) => label?.source ?? null },
      { name: 'denominator_raw', kind: 'number', value: () => String(denominator), constant: true },
      ...foot,
    ]
    return toTableView({
      id: 'delegatesTable',
      title: toTitle(delegatesTable.title, token.symbol, locale),
      sentence: delegatesSentence(rows, token, denominator, locale),
      notes: [
        ...notes({ delegates: true, proposals: true }),
        ...(proposals.decided > 0 ? [word.missed] : []),
        powerText(counted, locale),
        ...largestShownNotes(rows.length, locale),
      ],
      table: delegatesTableView(rows.slice(0, rowsShown), { token, denominator, proposals }, locale),
      columns,
      rows,
    }, locale)
  },
}

export const delegationTable: Chart = {
  ...shared,
  id: 'delegationTable',
  title: { en: 'What votes at all', de: 'Was überhaupt abstimmt' },
  lenses: false,
  needs: ['votes'],
  view: (loaded, locale) => {
    const parts = toDelegatesParts(loaded, locale)
    const delegation = parts?.votes.delegation
    if (!parts || !delegation) return null
    const { token, notes, foot } = parts
    const columns: CsvColumn<DelegationRow>[] = [
      { name: 'delegation', kind: 'code', value: ({ part }) => part },
      { name: 'accounts', kind: 'number', value: ({ accounts }) => (accounts === null ? null : String(accounts)) },
      { name: 'amount', kind: 'number', value: ({ amount }) => (amount === null ? null : toDecimalString(amount, token.decimals)) },
      { name: 'amount_raw', kind: 'number', value: ({ amount }) => (amount === null ? null : String(amount)) },
      { name: 'supply_pct', kind: 'number', value: ({ amount }) => (amount === null ? null : toPercent(amount, delegation.supply)) },
      ...foot.filter(({ name }) => name !== 'lens'),
    ]
    return toTableView({
      id: 'delegationTable',
      title: toTitle(delegationTable.title, token.symbol, locale),
      sentence: delegationSentence(delegation, locale),
      notes: notes({ delegates: true, proposals: delegation.never !== null, anyLens: true }),
      table: delegationTableView(delegation, token, locale),
      columns,
      rows: toDelegationRows(delegation),
    }, locale)
  },
}
