import type { Table } from '@/lib/domain/chartSpec'
import { Section } from '../frame/Section'
import { DataTable } from '../tables/DataTable'

/** Each token: how far its ledger reaches, and what went wrong. On a phone each becomes a short list. */
export function Ledgers({ table }: { table: Table }) {
  return (
    <Section id="ledgers" title={table.caption}>
      <DataTable table={table} hideCaption stacked />
    </Section>
  )
}
