import { z } from 'zod'
import { metrics } from '@/lib/metrics/registry'
import { lenses } from '@/lib/ownership/lenses'
import { defineResource } from '../resource'
import { lensName, text } from '../schemas'

export const definitions = defineResource({
  id: 'definitions',
  address: '/definitions',
  name: { en: 'Definitions', de: 'Definitionen' },
  description: { en: 'What each metric asks and each lens leaves out, with units, ranges and references.', de: 'Was jedes Maß fragt und jede Sicht auslässt, mit Einheit, Wertebereich und Quelle.' },
  path: z.strictObject({}),
  query: z.strictObject({}),
  data: z.strictObject({
    metrics: z.array(
      z.strictObject({
        id: z.string(),
        name: text,
        question: text,
        unit: z.string(),
        range: z.string(),
        direction: z.enum(['moreConcentrated', 'lessConcentrated', 'neither']),
        reference: z.strictObject({ citation: z.string(), url: z.url().optional() }),
        edge_cases: text,
      }),
    ),
    lenses: z.array(z.strictObject({ id: lensName, name: text, description: text, denominator: text, excluded_roles: z.array(z.string()) })),
  }),
  cost: 'plain',
  load: async () => ({
    data: {
      metrics: metrics.map(({ id, name, question, unit, range, direction, reference, edgeCases }) => ({ id, name, question, unit, range, direction, reference, edge_cases: edgeCases })),
      lenses: lenses.map(({ id, name, description, denominator, excludedRoles }) => ({ id, name, description, denominator, excluded_roles: [...excludedRoles] })),
    },
    basis: null,
    next: null,
    freshness: 'newest',
  }),
})
