import type { Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { Section } from '../frame/Section'
import { ChartLink } from '../publication/ChartLink'
import { DataTable } from '../tables/DataTable'

const lead = {
  en: 'One whose logs cannot be read keeps no other from being read; what hangs on it waits, and says so.',
  de: 'Ein Contract, dessen Logs sich nicht lesen lassen, hält keinen anderen auf; was an ihm hängt, wartet und sagt es.',
} as const

/** Each contract whose logs are kept: how far, and what went wrong. */
export function Contracts({ table, href, locale }: { table: Table; href: string; locale: Locale }) {
  return (
    <Section id="contracts" title={table.caption} lead={lead[locale]}>
      <DataTable table={table} hideCaption stacked />
      <ChartLink href={href} locale={locale} />
    </Section>
  )
}
