import type { TrackedProtocol } from '@/db/protocols'
import type { AccountStatement } from '../../domain/account'
import type { LabelStatement } from '../../domain/labelStatement'
import { labelParts, toCounting } from '../../ownership/effectiveLabels'

/** All that is said of an account, in the registry's order of protocols, each with the parts of it that count. */
export const toAccountStatements = (said: readonly (LabelStatement & { protocol: string })[], protocols: readonly Pick<TrackedProtocol, 'slug' | 'name'>[]): AccountStatement[] =>
  protocols.flatMap(({ slug, name: protocolName }) => {
    const own = said.filter(({ protocol }) => protocol === slug)
    const counting = toCounting(own)
    return own.map((statement) => ({ ...statement, protocolName, counts: labelParts.filter((part) => counting[part] === statement) }))
  })
