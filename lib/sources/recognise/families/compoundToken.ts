import { z } from 'zod'
import { accountSchema, amountSchema, toFinding, toQuestion, toRecogniser } from '../recogniser'

const markets = toQuestion('markets(address) view returns (bool)')

/** Compound v2's cToken over a token, or a copy of one, which its comptroller lists. */
export const compoundToken = toRecogniser({
  id: 'compoundToken',
  asks: [
    'isCToken() view returns (bool)',
    'underlying() view returns (address)',
    'comptroller() view returns (address)',
    'exchangeRateStored() view returns (uint256)',
  ],
  answers: z.tuple([z.literal(true), accountSchema, accountSchema, amountSchema]),
  examine: ([, underlying, comptroller], address) => ({
    confirmations: [{ ...markets, address: comptroller, args: [address] }],
    conclude: ([isListed]) =>
      isListed !== true || comptroller === address
        ? null
        : toFinding({
            role: 'lendingMarket',
            evidence: 'confirmed',
            name: 'Compound v2 cToken',
            said: `isCToken() = true, underlying() = ${underlying}, and its comptroller ${comptroller} lists it`,
            family: 'compoundToken',
            assets: [underlying],
          }),
  }),
})
