import type { ReactNode } from 'react'
import type { Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import type { View } from '@/lib/publish/view'
import { toHref } from '@/lib/views/href'
import type { PageView } from '@/lib/views/pageView'
import { Notes } from '../figures/Figure'
import { Section } from '../frame/Section'
import { Pages } from '../paging/Pages'
import { ChartLink } from '../publication/ChartLink'
import { DataTable } from '../tables/DataTable'
import styles from './OneProposal.module.css'
import table from '../publication/ShownView.module.css'

const words = {
  en: {
    up: 'All proposals', counted: 'How it was counted', flip: 'What would have turned it', votes: 'Votes, largest first', calls: 'What it does', noCalls: 'It makes no call.', text: 'As it was proposed', noText: 'Nothing was written.', gain: 'Who votes for something of one’s own', missing: 'What could not be read',
    value: 'sends', undecoded: 'not to be read by its signature', api: 'The votes for programs', method: 'How this is told',
  },
  de: {
    up: 'Alle Vorschläge', counted: 'Wie gezählt wurde', flip: 'Was die Entscheidung gekippt hätte', votes: 'Stimmen, die größten zuerst', calls: 'Was er bewirkt', noCalls: 'Er löst keinen Aufruf aus.', text: 'Wie er eingereicht wurde', noText: 'Es wurde nichts geschrieben.', gain: 'Wer selbst betroffen ist und dafür stimmt', missing: 'Was sich nicht lesen ließ',
    value: 'sendet', undecoded: 'nach seiner Signatur nicht lesbar', api: 'Die Stimmen für Programme', method: 'Wie das ermittelt wird',
  },
} as const

/** A call as far as it can be read. */
export interface ShownCall {
  /** EIP-55 */
  target: string
  targetName: string | null
  href: string
  /** Of the chain's own coin; null where it sends none */
  value: string | null
  name: string | null
  values: readonly { type: string; text: string }[]
  /** Whole, or its beginning */
  data: string
}

interface OneProposalProps {
  title: string
  /** Who could have turned it */
  finding: string
  facts: readonly { name: string; value: ReactNode }[]
  flip: View | null
  /** Who voted for it and has something in what it touches */
  gain: View | null
  votes: View | null
  /** The votes of this page */
  votesTable: Table
  pages: PageView
  calls: readonly ShownCall[]
  /** Whole, or its beginning */
  description: string
  gaps: readonly string[]
  pageOf: (id: string) => string
  slug: string
  word: string
  locale: Locale
}

/** One proposal: who could have turned it, how it was counted, who voted, and what it does. Its texts are a stranger's. */
export function OneProposal({ title, finding, facts, flip, gain, votes, votesTable, pages, calls, description, gaps, pageOf, slug, word: proposal, locale }: OneProposalProps) {
  const word = words[locale]
  return (
    <>
      <p><a href={toHref(locale, `/protocols/${slug}/proposals`)}>← {word.up}</a></p>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.finding}>{finding}</p>
      <Section id="counted" title={word.counted}>
        <dl className={styles.facts}>
          {facts.flatMap(({ name, value }) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
        </dl>
      </Section>
      {gaps.length > 0 && <Section id="gaps" title={word.missing}><Notes notes={gaps} /></Section>}
      {flip && flip.table.rows.length > 0 && (
        <Section id="flip" title={word.flip}>
          <div className={table.table}>
            <DataTable table={flip.table} stacked hideCaption />
            <Notes notes={flip.notes} />
            <ChartLink href={pageOf(flip.id)} locale={locale} />
            <p><a href={`${toHref(locale, '/method')}#decisions`}>{word.method}</a></p>
          </div>
        </Section>
      )}
      {votes && (
        <Section id="votes" title={word.votes} lead={votes.sentence}>
          <div className={table.table}>
            {votesTable.rows.length > 0 && <DataTable table={votesTable} stacked hideCaption />}
            <Pages view={pages} locale={locale} />
            <ChartLink href={pageOf(votes.id)} locale={locale} />
            <p><a href={`/api/v1/protocols/${slug}/proposals/${proposal}/votes`}>{word.api}</a></p>
          </div>
        </Section>
      )}
      <Section id="calls" title={word.calls}>
        {calls.length === 0 ? <p>{word.noCalls}</p> : <ol className={styles.calls}>{calls.map((call, place) => <Call key={place} call={call} locale={locale} />)}</ol>}
      </Section>
      {gain && (
        <Section id="gain" title={word.gain} lead={gain.sentence}>
          <div className={table.table}>
            {gain.table.rows.length > 0 && <DataTable table={gain.table} stacked hideCaption />}
            <Notes notes={gain.notes} />
            <ChartLink href={pageOf(gain.id)} locale={locale} />
          </div>
        </Section>
      )}
      <Section id="text" title={word.text}>
        {description === '' ? <p>{word.noText}</p> : <p className={styles.text}><bdi>{description}</bdi></p>}
      </Section>
    </>
  )
}

function Call({ call: { target, targetName, href, value, name, values, data }, locale }: { call: ShownCall; locale: Locale }) {
  const word = words[locale]
  return (
    <li>
      <a href={href}>{targetName === null ? target : `${targetName} (${target})`}</a>{value === null ? null : `, ${word.value} ${value}`}
      {name === null
        ? <p>{word.undecoded}: <code>{data}</code></p>
        : <><p><code>{name}</code></p>{values.length > 0 && <dl className={styles.facts}>{values.flatMap(({ type, text }, place) => [<dt key={`${place} type`}><code>{type}</code></dt>, <dd key={place}>{text}</dd>])}</dl>}</>}
    </li>
  )
}
