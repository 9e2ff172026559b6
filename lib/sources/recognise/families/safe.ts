import { z } from 'zod'
import { accountSchema, toFinding, toRecogniser } from '../recogniser'

/** A Safe (https://docs.safe.global): owners, each once, and how many of them must agree. What it holds stays its own. */
export const safe = toRecogniser({
  id: 'safe',
  asks: ['getThreshold() view returns (uint256)', 'getOwners() view returns (address[])', 'nonce() view returns (uint256)'],
  answers: z.tuple([z.bigint().min(1n), z.array(accountSchema).min(1), z.bigint()]),
  examine([threshold, owners]) {
    if (threshold > BigInt(owners.length) || new Set(owners).size !== owners.length) return null
    return toFinding({
      kind: 'multisig',
      name: `Safe (${threshold} of ${owners.length})`,
      said: `getThreshold() = ${threshold}, getOwners() = ${owners.length} accounts`,
    })
  },
})
