import { z } from 'zod'
import { zeroAddress } from '../../../domain/address'
import { accountSchema, amountSchema, toFinding, toRecogniser } from '../recogniser'

/** Curve's VotingEscrow or a copy of it: tokens locked until a time, for votes. */
export const voteEscrow = toRecogniser({
  id: 'voteEscrow',
  asks: [
    'epoch() view returns (uint256)',
    'token() view returns (address)',
    'supply() view returns (uint256)',
    ['locked(address) view returns (int128, uint256)', zeroAddress],
  ],
  answers: z.tuple([amountSchema, accountSchema, amountSchema, z.tuple([z.literal(0n), z.literal(0n)])]),
  examine: ([, token, supply]) =>
    toFinding({
      role: 'voteEscrow',
      name: 'vote escrow',
      said: `token() = ${token}, supply() = ${supply}, locked(0x0) = 0 until 0`,
      family: 'voteEscrow',
      assets: [token],
    }),
})
