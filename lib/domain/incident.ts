import type { Text } from './text'

/** What goes wrong between Lorenz and the endpoints of a chain. After each of these the question was asked again, here or elsewhere. */
export const incidentKinds = [
  'missing', 'fork', 'behind', 'nothing', 'garbled', 'rateLimited', 'timedOut', 'unreachable', 'unavailable', 'refused', 'error', 'unconfirmed',
] as const
export type IncidentKind = (typeof incidentKinds)[number]

export const incidentNames: Readonly<Record<IncidentKind, Text>> = {
  missing: { en: 'Logs left out', de: 'Logs ausgelassen' },
  fork: { en: 'Another fork', de: 'Anderer Zweig der Chain' },
  behind: { en: 'Not as far as the chain', de: 'Noch nicht so weit wie die Chain' },
  nothing: { en: 'Answered null', de: 'Antwort null' },
  garbled: { en: 'Cut off or unreadable', de: 'Abgeschnitten oder unlesbar' },
  rateLimited: { en: 'Asked to slow down', de: 'Um Geduld gebeten' },
  timedOut: { en: 'No answer in time', de: 'Keine Antwort in der Zeit' },
  unreachable: { en: 'Not reachable', de: 'Nicht erreichbar' },
  unavailable: { en: 'Out of service', de: 'Außer Betrieb' },
  refused: { en: 'Range refused as too large', de: 'Bereich als zu groß abgelehnt' },
  error: { en: 'Other error', de: 'Anderer Fehler' },
  unconfirmed: { en: 'No second endpoint to confirm', de: 'Kein zweiter Endpunkt zur Bestätigung' },
}

/** How often one kind of thing went wrong on a chain. */
export interface IncidentCount {
  chainId: number
  kind: IncidentKind
  times: number
  /** Unix seconds of the first and of the last */
  since: number
  last: number
  /** The last one in the endpoint's or our own words */
  reason: string
}
