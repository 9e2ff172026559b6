import { z } from 'zod'
import { defineResource, type Resource } from '../resource'
import { text } from '../schemas'
import { resources } from './registry'

/**
 * The registry with its own table of contents, which stands at /api/v1 itself.
 *
 * @param listed the resources to list; those of the registry where absent
 */
export function toResources(listed: readonly Resource[] = resources): readonly Resource[] {
  const contents = defineResource({
    id: 'contents',
    address: '',
    name: { en: 'Contents', de: 'Inhalt' },
    description: { en: 'Everything that can be asked for here.', de: 'Alles, was sich hier abfragen lässt.' },
    path: z.strictObject({}),
    query: z.strictObject({}),
    data: z.array(z.strictObject({ id: z.string(), address: z.string(), name: text, description: text })),
    cost: 'plain',
    load: async () => ({
      data: listed.map(({ id, address, name, description }) => ({ id, address: `/api/v1${address}`, name, description })),
      basis: null,
      next: null,
      freshness: 'newest',
    }),
  })
  return [contents, ...listed]
}
