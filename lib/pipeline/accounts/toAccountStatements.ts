import type { TrackedProtocol } from '@/db/protocols'
import type { AccountStatement } from '../../domain/account'
import type { LabelStatement } from '../../domain/labelStatement'
import { inPrecedence, labelParts, toCounting } from '../../ownership/effectiveLabels'

/** All that is said of an account, in the registry's order of protocols and in each as it is heard, with the parts that count. */
export const toAccountStatements = (said: readonly (LabelStatement & { protocol: string })[], protocols: readonly Pick<TrackedProtocol, 'slug' | 'name'>[]): AccountStatement[] =>
  protocols.flatMap(({ slug, name: protocolName }) => {
    const own = said.filter(({ protocol }) => protocol === slug).sort(inPrecedence)
    const counting = toCounting(own)
    return own.map((statement) => ({ ...statement, protocolName, counts: labelParts.filter((part) => counting[part] === statement) }))
  })
