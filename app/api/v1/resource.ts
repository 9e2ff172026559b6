import type { z } from 'zod'
import type { Database } from '@/db/database'
import type { Text } from '@/lib/domain/text'
import type { costs } from '../../http/limit'
import type { Freshness } from '../../http/respond'
import type { Basis } from './meta'

type Fields = z.ZodObject<Record<string, z.ZodType>>

/** What a resource is asked, each part read by its schema. */
export interface Question<Path extends Fields, Query extends Fields, Position extends z.ZodType> {
  path: z.output<Path>
  query: z.output<Query>
  /** Where the page before ended; null for the first one, and for what has no pages */
  position: z.output<Position> | null
  /** Rows of a page */
  limit: number
  database: Database
}

export interface Loaded<Data extends z.ZodType, Position extends z.ZodType> {
  data: z.input<Data>
  /** What the figures rest on; null for what belongs to no block */
  basis: Basis | null
  /** Where this page ends; null after the last */
  next: z.output<Position> | null
  freshness: Freshness
}

/** One thing that can be asked for under /api/v1. Routes, the OpenAPI document, its page and the tests all follow from it. */
export interface Resource<Path extends Fields = Fields, Query extends Fields = Fields, Data extends z.ZodType = z.ZodType, Position extends z.ZodType = z.ZodType> {
  /** Its word everywhere */
  id: string
  /** Below /api/v1, parameters in braces, as in '/protocols/{slug}/holders' */
  address: string
  name: Text
  description: Text
  path: Path
  query: Query
  data: Data
  /** What a cursor holds; absent for what has no pages */
  position?: Position
  cost: keyof typeof costs
  load(question: Question<Path, Query, Position>): Promise<Loaded<Data, Position>>
}

/** A resource with the types of its schemas, kept in a list with others. */
export function defineResource<Path extends Fields, Query extends Fields, Data extends z.ZodType, Position extends z.ZodType>(
  resource: Resource<Path, Query, Data, Position>,
): Resource {
  return resource as unknown as Resource
}
