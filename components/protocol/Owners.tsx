import type { Locale } from '@/lib/domain/text'
import { toChartPath } from '@/lib/publish/chartName'
import type { View } from '@/lib/publish/view'
import { toHref, type Query } from '@/lib/views/href'
import { shortTable } from '@/lib/views/shortTable'
import { Columns, Section } from '../frame/Section'
import { ShownView } from '../publication/ShownView'

const words = {
  en: {
    through: 'Whose it is', throughLead: 'Contracts hold tokens for others. What they hold is handed on to those others, again and again, until people, treasuries or unknown contracts are left.',
    roles: 'Who holds, by role', rolesLead: 'How the holders of this lens divide into roles, and how much of the inequality lies between roles rather than within them.',
    custody: 'With custodians', custodyLead: 'What a court or a regulator could reach: tokens that exchanges, bridges and lending markets keep for others.',
    band: 'How far all this depends on the lens', bandLead: 'Each headline figure under every lens that there is, and the one labelled account that moves it most.',
    method: 'How contracts are looked through',
  },
  de: {
    through: 'Wem es gehört', throughLead: 'Contracts halten Token für andere. Was sie halten, wird diesen anderen zugerechnet, immer weiter, bis Menschen, Treasurys oder unbekannte Contracts übrig sind.',
    roles: 'Wer hält, nach Rolle', rolesLead: 'Wie sich die Halter dieser Sicht auf Rollen verteilen und wie viel der Ungleichheit zwischen den Rollen liegt statt in ihnen.',
    custody: 'Bei Verwahrern', custodyLead: 'Was ein Gericht oder eine Aufsicht erreichen könnte: Token, die Börsen, Brücken und Kreditmärkte für andere verwahren.',
    band: 'Wie weit das alles von der Sicht abhängt', bandLead: 'Jede der großen Zahlen in allen Sichten, die es gibt, und das eine bezeichnete Konto, das sie am stärksten bewegt.',
    method: 'Wie durch Contracts geschaut wird',
  },
} as const

/** So many rows of a table stand here; its own page has all. */
const rowsShown = 12

interface OwnersProps {
  /** By the ids of their charts; what there is nothing of is left out */
  views: Readonly<Partial<Record<string, View>>>
  slug: string
  /** Of the lens */
  query: Query
  locale: Locale
}

/** What stands behind a token's addresses: whose it is, by role, with custodians, and how far that depends on the lens. */
export function Owners({ views, slug, query, locale }: OwnersProps) {
  const word = words[locale]
  const pageOf = (id: string) => toHref(locale, toChartPath({ protocol: slug, id }), isOfLens(id) ? query : {})
  const figure = (id: string) => <ShownView view={views[id]} page={pageOf(id)} />
  // What a section's charts rest on stands below the first of them.
  const table = (id: string, { notes = false } = {}) => {
    const view = views[id]
    return view && <ShownView view={view} page={pageOf(id)} table={shortTable(view.table, rowsShown)} notes={notes ? view.notes : []} />
  }
  return (
    <>
      <Section id="through" title={word.through} lead={word.throughLead}>
        {figure('lookThroughFlow')}
        <p><a href={`${toHref(locale, '/method')}#through`}>{word.method}</a></p>
        {figure('wrappingDepth')}
        {table('wrappersTable')}
        {table('unresolvedTable')}
      </Section>
      <Section id="roles" title={word.roles} lead={word.rolesLead}>
        <Columns>{figure('composition')}{figure('compositionOverTime')}</Columns>
        {table('decompositionTable')}
        {table('groupTable')}
      </Section>
      <Section id="custody" title={word.custody} lead={word.custodyLead}>{table('custodyTable', { notes: true })}</Section>
      <Section id="band" title={word.band} lead={word.bandLead}>{table('bandTable', { notes: true })}{table('unresolvedBoundsTable', { notes: true })}</Section>
    </>
  )
}

/** What contracts hold belongs to the same owners under every lens. */
const isOfLens = (id: string): boolean => !['lookThroughFlow', 'wrappingDepth', 'wrappersTable', 'unresolvedTable'].includes(id)
