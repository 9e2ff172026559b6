import { loadHistory } from '@/db/history'
import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import { broadThenConcentrated as thesis, type ConcentrationHistory } from '../../findings/broadThenConcentrated'
import { isMonthEnd } from '../../metrics/monthEnds'
import { trendMetricIds } from '../../metrics/monthlyTrends'
import { headlineLens } from '../../ownership/lenses'
import { loadStudies } from '../studies/loadStudies'
import { toProtocolSubject, type SubjectEvidence, type ThesisSource } from './thesisSource'

const noHistory = { en: 'No day of its history was worked out yet.', de: 'Noch ist kein Tag seines Verlaufs berechnet.' } as const

/** Claim 1: each protocol's days under the lens of the headlines, from the ledger. */
export const broadThenConcentrated: ThesisSource<ConcentrationHistory> = {
  thesis,
  ofHolders: true,
  load: (database, protocols) => Promise.all(protocols.map((protocol) => loadOne(database, protocol))),
}

async function loadOne(database: Database, protocol: TrackedProtocol): Promise<SubjectEvidence<ConcentrationHistory>> {
  const history = await loadHistory(database, protocol.tokenId, headlineLens, { metricIds: ['holders', ...trendMetricIds] })
  const days = history.filter(({ origin }) => origin === 'ledger')
  const subject = toProtocolSubject(protocol)
  const last = days.findLast(({ day }) => isMonthEnd(day)) ?? days.at(-1)
  if (!last) return { subject, basis: null, evidence: null, missing: noHistory }
  const { hhiDrivers } = await loadStudies(database, protocol.slug, ['hhiDrivers'])
  return { subject, basis: { day: last.day, block: last.block }, evidence: { days, drivers: hhiDrivers?.result ?? null }, missing: null }
}
