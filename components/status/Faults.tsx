import type { Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { Section } from '../frame/Section'
import { ChartLink } from '../publication/ChartLink'
import { DataTable } from '../tables/DataTable'

const words = {
  en: {
    incidents: 'Every question that failed was asked again, of the same endpoint or of another one; an endpoint that leaves out logs is set aside.',
    rejections: 'They carry Transfer’s signature, but not what ERC-20 says of it: they are counted here and move no balance.',
  },
  de: {
    incidents: 'Jede gescheiterte Frage wurde noch einmal gestellt, demselben Endpunkt oder einem anderen; ein Endpunkt, der Logs auslässt, wird zurückgestellt.',
    rejections: 'Sie tragen die Signatur von Transfer, aber nicht das, was ERC-20 dazu sagt: Sie werden hier gezählt und bewegen keinen Bestand.',
  },
} as const

interface FaultsProps {
  incidents: Table
  rejections: Table
  pageOf: (id: string) => string
  locale: Locale
}

/** What went wrong with the chains' endpoints, and which logs could not be read as transfers. Nothing where there is neither. */
export function Faults({ incidents, rejections, pageOf, locale }: FaultsProps) {
  const parts = { incidents, rejections }
  return (['incidents', 'rejections'] as const).map((id) => {
    const table = parts[id]
    return (
      table.rows.length > 0 && (
        <Section key={id} id={id} title={table.caption} lead={words[locale][id]}>
          <DataTable table={table} hideCaption stacked />
          <ChartLink href={pageOf(`${id}Table`)} locale={locale} />
        </Section>
      )
    )
  })
}
