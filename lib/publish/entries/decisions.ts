import { toRatio, toDecimalString } from '@/lib/domain/amount'
import { thresholdNames, type Threshold } from '@/lib/governance/protocolThresholds'
import { shortAddress } from '@/lib/views/holderRow'
import { gatheredSentence, powerGathered as powerGatheredView, toDecisiveWord, toGatheredLines, type GatheredLine } from '@/lib/views/powerGathered'
import { quorumGauge as quorumGaugeSpec, turnoutTable, type Turnout } from '@/lib/views/quorumGauge'
import { thresholdsSentence, thresholdsTable as thresholdsTableView } from '@/lib/views/thresholdsTable'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import { toDataTable } from '../dataTable'
import { toPercent, toPercentDecimal } from '../plainDecimal'
import type { Chart } from '../view'
import { toChartView } from './ownership'
import { toTableView, toTitle } from './toTableView'
import { toDelegatesParts, toVotesParts } from './votesParts'

const shared = { scopes: ['token'], lenses: true, days: false, fixed: false, long: false, needs: ['votes'] } as const

const rests = {
  en: {
    quorum: 'The quorum is that of the newest decided proposal. What is usually cast is the median of these proposals.',
    before: (largest: number, last: number) => `The newest ${last} decided proposals. Votes when a proposal’s votes were counted, against 7 and 30 days before and 30 days after, by the logs; blocks as the chain’s pace lets expect. The ${largest} largest gains before each proposal.`,
    locks: 'Votes of locks fall by themselves: locks of other days count here as they would have at the moment of the proposal.',
    untold: (count: number) => `Of ${count === 1 ? 'one of them' : `${count} of them`} it cannot be told: the logs do not reach the block that counts, or nobody knows which one it was.`,
    decisive: 'Decisive: without what the voters of the winning side had gained, the proposal would have ended otherwise under its own rule.',
  },
  de: {
    quorum: 'Das Quorum ist das des neuesten entschiedenen Vorschlags. Üblich ist der Median dieser Vorschläge.',
    before: (largest: number, last: number) => `Die neuesten ${last} entschiedenen Vorschläge. Stimmen bei der Zählung eines Vorschlags, verglichen mit 7 und 30 Tagen davor und 30 Tagen danach, nach den Logs; Blöcke, wie das Tempo der Chain sie erwarten lässt. Die ${largest} größten Zugewinne vor jedem Vorschlag.`,
    locks: 'Die Stimmen gesperrter Token nehmen von selbst ab: Sperren anderer Tage zählen hier so, wie sie zum Zeitpunkt des Vorschlags gezählt hätten.',
    untold: (count: number) => `Bei ${count === 1 ? 'einem davon' : `${count} davon`} lässt es sich nicht sagen: Die Logs reichen nicht bis zu dem Block, der zählt, oder niemand weiß, welcher es war.`,
    decisive: 'Entscheidend: Ohne das, was die Abstimmenden der siegreichen Seite dazugewonnen hatten, wäre der Vorschlag nach seiner eigenen Regel anders ausgegangen.',
  },
} as const

/** So many gains before a proposal are shown at most. */
const largestShown = 5

export const thresholdsTable: Chart = {
  ...shared,
  id: 'thresholdsTable',
  title: { en: 'How few it takes', de: 'Wie wenige es braucht' },
  kind: 'table',
  view: (loaded, locale) => {
    const parts = toDelegatesParts(loaded, locale)
    if (!parts) return null
    const { token, delegates: { rows }, votes: { thresholds }, notes, foot } = parts
    const delegated = rows.reduce((sum, { votes }) => sum + votes, 0n)
    const columns: CsvColumn<Threshold>[] = [
      { name: 'threshold', kind: 'code', value: ({ id }) => id },
      { name: 'threshold_name', kind: 'text', value: ({ id }) => thresholdNames[id].en },
      { name: 'amount', kind: 'number', value: ({ amount }) => (amount === null ? null : toDecimalString(amount, token.decimals)) },
      { name: 'amount_raw', kind: 'number', value: ({ amount }) => (amount === null ? null : String(amount)) },
      { name: 'votes_pct', kind: 'number', value: ({ amount }) => (amount === null || delegated === 0n ? null : toPercent(amount, delegated)) },
      { name: 'fewest_to_reach', kind: 'number', value: ({ fewest }) => (fewest === null ? null : String(fewest)) },
      ...foot,
    ]
    return toTableView({
      id: 'thresholdsTable',
      title: toTitle(thresholdsTable.title, token.symbol, locale),
      sentence: thresholdsSentence(thresholds, locale),
      notes: [...notes({ delegates: true, proposals: true }), rests[locale].quorum],
      table: thresholdsTableView(thresholds, { token, names: rows.map(({ label, address }) => label?.name ?? shortAddress(address)), delegated }, locale),
      columns,
      rows: thresholds,
    }, locale)
  },
}

export const quorumGauge: Chart = {
  ...shared,
  id: 'quorumGauge',
  title: { en: 'What reaches the quorum', de: 'Was das Quorum erreicht' },
  kind: 'chart',
  lenses: false,
  view: (loaded, locale) => {
    const parts = toVotesParts(loaded, locale)
    if (!parts || parts.votes.turnouts.length === 0) return null
    const { token, votes: { turnouts }, notes, foot } = parts
    const columns: CsvColumn<Turnout>[] = [
      { name: 'proposal_key', kind: 'text', value: ({ key }) => key },
      { name: 'proposal_title', kind: 'text', value: ({ title }) => title || null },
      { name: 'closed', kind: 'code', value: ({ closes }) => toIsoTime(closes) },
      { name: 'share_pct', kind: 'number', value: ({ counted, quorum }) => toPercentDecimal(toRatio(counted, quorum)) },
      { name: 'cast_raw', kind: 'number', value: ({ cast }) => String(cast) },
      { name: 'counted_raw', kind: 'number', value: ({ counted }) => String(counted) },
      { name: 'quorum_raw', kind: 'number', value: ({ quorum }) => String(quorum) },
      ...foot.filter(({ name }) => name === 'protocol' || name === 'token_address'),
    ]
    const chart = quorumGaugeSpec(turnouts, token, notes({ delegates: false, proposals: true, anyLens: true }), locale)
    return { ...toChartView(chart, 'quorumGauge', toDataTable(columns, turnouts), locale), table: turnoutTable(turnouts, token, locale) }
  },
}

export const powerGathered: Chart = {
  ...shared,
  id: 'powerGathered',
  title: { en: 'Who gathered votes before a proposal', de: 'Wer vor einem Vorschlag Stimmen gesammelt hat' },
  kind: 'table',
  needs: ['votes', 'gathered'],
  view: (loaded, locale) => {
    const parts = toVotesParts(loaded, locale)
    if (!parts?.votes.gathered || parts.votes.proposals.decided === 0) return null
    const { token, votes: { gathered, proposals }, notes, foot } = parts
    const raw = (amount: bigint | null) => (amount === null ? null : String(amount))
    const columns: CsvColumn<GatheredLine>[] = [
      { name: 'proposal_key', kind: 'text', value: ({ of }) => of.key },
      { name: 'proposal_title', kind: 'text', value: ({ of }) => of.title || null },
      { name: 'closed', kind: 'code', value: ({ of }) => toIsoTime(of.closes) },
      { name: 'address', kind: 'code', value: ({ address }) => address },
      { name: 'label', kind: 'text', value: ({ label }) => label },
      { name: 'votes_raw', kind: 'number', value: ({ votes }) => raw(votes) },
      { name: 'gained_7_days_raw', kind: 'number', value: ({ gainedInWeek }) => raw(gainedInWeek) },
      { name: 'gained_30_days_raw', kind: 'number', value: ({ gainedInMonth }) => raw(gainedInMonth) },
      { name: 'let_go_raw', kind: 'number', value: ({ letGo }) => raw(letGo) },
      { name: 'cast_raw', kind: 'number', value: ({ cast }) => raw(cast) },
      { name: 'decisive_gain', kind: 'code', value: ({ of }) => toDecisiveWord(of) },
      ...foot.filter(({ name }) => !name.startsWith('votes_')),
    ]
    const told = typeof gathered === 'string' ? null : gathered
    const found = told?.proposals ?? []
    return toTableView({
      id: 'powerGathered',
      title: toTitle(powerGathered.title, token.symbol, locale),
      sentence: gatheredSentence(gathered, token, locale),
      notes: [...notes({ delegates: false, proposals: false }), ...(told ? [rests[locale].before(largestShown, proposals.last), ...(told.untold > 0 ? [rests[locale].untold(told.untold)] : []), rests[locale].decisive] : []), ...(told?.hangOnTime ? [rests[locale].locks] : [])],
      table: powerGatheredView(found, token, locale),
      columns,
      rows: toGatheredLines(found),
    }, locale)
  },
}
