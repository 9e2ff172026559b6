import type { Locale } from '@/lib/domain/text'
import { toChartPath } from '@/lib/publish/chartName'
import type { View } from '@/lib/publish/view'
import type { AuditView } from '@/lib/views/auditView'
import { toHref, type Query } from '@/lib/views/href'
import { Notice } from '../frame/Notice'
import { Columns, Section } from '../frame/Section'
import { ShownView } from '../publication/ShownView'
import { AuditNotice } from './AuditNotice'

const words = {
  en: {
    ladder: 'From holding to deciding', ladderLead: 'Who holds need not decide. Four rungs lead from the supply to what is usually cast; by how much votes are more concentrated than what is held is their amplification.',
    few: 'How few it takes', fewLead: 'Concentration at the protocol’s own numbers: what a proposal, the quorum, a majority and a veto really take.',
    delegates: 'Delegates', delegatesLead: 'Who can vote, with whose votes, how often they did, and how much they decide.',
    time: 'Over time', timeLead: 'Votes beside what is held, day by day.',
    gathered: 'Before the vote', gatheredLead: 'Who had more votes when a proposal was counted than a week or a month before, and what became of them. Facts from the logs, not accusations.',
    list: 'From a file', listLead: 'Delegates as an imported list has them, beside what was read from the chain.',
    method: 'How these figures are made',
    noVotes: 'Votes are missing', unknown: 'For this protocol this installation knows no contract that counts votes.', unread: 'The contract that counts votes is known, but no block of it has been read yet.',
    noProposals: 'Decided proposals are missing', noProposalsText: 'What is usually cast, the quorum and who votes can be told once a decided proposal is kept.',
    noPast: 'History is missing', noPastText: 'No day of votes is kept yet.',
  },
  de: {
    ladder: 'Vom Besitz zur Entscheidung', ladderLead: 'Wer besitzt, muss nicht entscheiden. Vier Stufen führen von der Gesamtmenge zu dem, was üblicherweise abgegeben wird; wievielmal so konzentriert Stimmen sind wie der Besitz, ist ihre Verstärkung.',
    few: 'Wie wenige es braucht', fewLead: 'Konzentration an den eigenen Zahlen des Protokolls: was ein Vorschlag, das Quorum, eine Mehrheit und ein Veto wirklich brauchen.',
    delegates: 'Delegierte', delegatesLead: 'Wer abstimmen kann, mit wessen Stimmen, wie oft er es tat und wie viel er entscheidet.',
    time: 'Im Lauf der Zeit', timeLead: 'Stimmen neben dem Besitz, Tag für Tag.',
    gathered: 'Vor der Abstimmung', gatheredLead: 'Wer bei der Zählung eines Vorschlags mehr Stimmen hatte als eine Woche oder einen Monat zuvor, und was daraus wurde. Tatsachen aus den Logs, keine Vorwürfe.',
    list: 'Aus einer Datei', listLead: 'Delegierte, wie eine importierte Liste sie nennt, neben dem, was von der Chain gelesen ist.',
    method: 'Wie diese Zahlen entstehen',
    noVotes: 'Stimmen fehlen', unknown: 'Für dieses Protokoll kennt diese Installation keinen Contract, der Stimmen zählt.', unread: 'Der Contract, der die Stimmen zählt, ist bekannt, aber noch kein Block davon gelesen.',
    noProposals: 'Entschiedene Vorschläge fehlen', noProposalsText: 'Was üblicherweise abgegeben wird, das Quorum und wer abstimmt, lässt sich sagen, sobald ein entschiedener Vorschlag gespeichert ist.',
    noPast: 'Der Verlauf fehlt', noPastText: 'Noch ist kein Tag mit Stimmen gespeichert.',
  },
} as const

/** What of a protocol's governance there is nothing of, and why. */
export interface MissingPower {
  votes: 'unknown' | 'unread' | null
  proposals: boolean
}

/** Charts that are the same under every lens. */
const anyLens: readonly string[] = ['delegationTable', 'quorumGauge', 'delegateListTable', 'delegateListMetrics']

interface PowerProps {
  /** By the ids of their charts; what there is nothing of is left out */
  views: Readonly<Partial<Record<string, View>>>
  /** null where no votes were read */
  audit: AuditView | null
  missing: MissingPower
  slug: string
  /** Of the lens */
  query: Query
  locale: Locale
}

/** Who decides: the ladder from holding to voting, how few it takes, the delegates, their history, and who gathered votes before a proposal. */
export function Power({ views, audit, missing, slug, query, locale }: PowerProps) {
  const word = words[locale]
  const pageOf = (id: string) => toHref(locale, toChartPath({ protocol: slug, id }), anyLens.includes(id) ? {} : query)
  const shown = (id: string) => <ShownView key={id} view={views[id]} page={pageOf(id)} />
  const has = (...ids: string[]) => ids.some((id) => views[id])
  return (
    <>
      {audit?.tone === 'failed' && <AuditNotice audit={audit} />}
      {missing.votes && <Notice title={word.noVotes}><p>{word[missing.votes]}</p></Notice>}
      {missing.proposals && <Notice title={word.noProposals}><p>{word.noProposalsText}</p></Notice>}
      {has('powerLadder', 'delegationTable') && (
        <Section id="ladder" title={word.ladder} lead={word.ladderLead}>
          {shown('powerLadder')}
          <p><a href={`${toHref(locale, '/method')}#power`}>{word.method}</a></p>
          {shown('delegationTable')}
        </Section>
      )}
      {has('thresholdsTable', 'quorumGauge') && (
        <Section id="thresholds" title={word.few} lead={word.fewLead}>{shown('thresholdsTable')}{shown('quorumGauge')}</Section>
      )}
      {has('delegatesTable') && <Section id="delegates" title={word.delegates} lead={word.delegatesLead}>{shown('delegatesTable')}</Section>}
      {!missing.votes && (
        <Section id="time" title={word.time} lead={word.timeLead}>
          {has('powerOverTime-hhi')
            ? <><Columns>{shown('powerOverTime-hhi')}{shown('powerOverTime-nakamoto50')}</Columns>{shown('amplificationOverTime')}{shown('castOverTime')}</>
            : <Notice title={word.noPast} heading={3}><p>{word.noPastText}</p></Notice>}
        </Section>
      )}
      {has('powerGathered') && <Section id="gathered" title={word.gathered} lead={word.gatheredLead}>{shown('powerGathered')}</Section>}
      {has('delegateListTable') && <Section id="list" title={word.list} lead={word.listLead}>{shown('delegateListMetrics')}{shown('delegateListTable')}</Section>}
      {audit && audit.tone !== 'failed' && <AuditNotice audit={audit} />}
    </>
  )
}
