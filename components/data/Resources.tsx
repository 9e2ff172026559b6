import type { Locale, Text } from '@/lib/domain/text'
import { Section } from '../frame/Section'
import { DataTable } from '../tables/DataTable'

const words = {
  en: { example: 'Try it', parameters: 'Parameters', name: 'Name', place: 'Stands in', values: 'Values', meaning: 'Meaning', places: { path: 'path', query: 'query' } },
  de: { example: 'Ausprobieren', parameters: 'Parameter', name: 'Name', place: 'Steht in', values: 'Werte', meaning: 'Bedeutung', places: { path: 'Pfad', query: 'Abfrage' } },
} as const

export interface ResourceEntry {
  id: string
  name: Text
  description: Text
  address: string
  example: string
  parameters: readonly { name: string; place: 'path' | 'query'; values: string; meaning: string }[]
}

/** What the API answers, resource by resource. */
export function Resources({ resources, locale }: { resources: readonly ResourceEntry[]; locale: Locale }) {
  const word = words[locale]
  const toCell = (text: string) => ({ value: text, text: text || '–' })
  return resources.map(({ id, name, description, address, example, parameters }) => (
    <Section key={id} id={id} title={name[locale]} lead={description[locale]}>
      <p><code>GET {address}</code></p>
      {parameters.length > 0 && (
        <DataTable
          stacked hideCaption
          table={{
            caption: `${word.parameters}: ${name[locale]}`,
            columns: [
              { id: 'name', label: word.name, numeric: false },
              { id: 'place', label: word.place, numeric: false },
              { id: 'values', label: word.values, numeric: false },
              { id: 'meaning', label: word.meaning, numeric: false },
            ],
            rows: parameters.map((parameter) => [toCell(parameter.name), toCell(word.places[parameter.place]), toCell(parameter.values), toCell(parameter.meaning)]),
          }}
        />
      )}
      <p>{word.example}: <a href={example}><code>{example}</code></a></p>
    </Section>
  ))
}
