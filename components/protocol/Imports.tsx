import type { Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { Section } from '../frame/Section'
import { ChartLink } from '../publication/ChartLink'
import { DataTable } from '../tables/DataTable'

const words = {
  en: { title: 'Imported lists', lead: 'Holder lists from elsewhere, kept as they came. They are not audited and do not enter the history.' },
  de: { title: 'Importierte Listen', lead: 'Halterlisten von anderswo, so aufbewahrt, wie sie kamen. Sie sind nicht geprüft und gehen nicht in den Verlauf ein.' },
} as const

/** Snapshots that came as files, each with its name and fingerprint. */
export function Imports({ table, page, locale }: { table: Table; page: string; locale: Locale }) {
  if (table.rows.length === 0) return null
  return (
    <Section id="imports" title={words[locale].title} lead={words[locale].lead}>
      <DataTable table={table} hideCaption stacked />
      <ChartLink href={page} locale={locale} />
    </Section>
  )
}
