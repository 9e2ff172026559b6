import { z } from 'zod'
import { zeroAddress } from '../../../domain/address'
import { accountSchema, amountSchema, toFinding, toRecogniser } from '../recogniser'

const asks = [
  'duration() view returns (uint256)',
  'start() view returns (uint256)',
  ['released(address) view returns (uint256)', zeroAddress],
] as const

/** OpenZeppelin's VestingWallet since version 5: its owner is whom it pays. */
export const vestingWallet = toRecogniser({
  id: 'vestingWallet',
  asks: [...asks, 'owner() view returns (address)'],
  answers: z.tuple([amountSchema, amountSchema, amountSchema, accountSchema]),
  examine: ([duration, start, , beneficiary]) => toVesting('owner', beneficiary, start, duration),
})

/** OpenZeppelin's VestingWallet before version 5. */
export const beneficiaryWallet = toRecogniser({
  id: 'beneficiaryWallet',
  asks: [...asks, 'beneficiary() view returns (address)'],
  answers: z.tuple([amountSchema, amountSchema, amountSchema, accountSchema]),
  examine: ([duration, start, , beneficiary]) => toVesting('beneficiary', beneficiary, start, duration),
})

const toVesting = (who: string, beneficiary: string, start: bigint, duration: bigint) =>
  toFinding({
    role: 'vesting',
    name: 'vesting wallet',
    said: `${who}() = ${beneficiary}, start() = ${start}, duration() = ${duration}, released(0x0) answers`,
    family: 'vesting',
  })

/** Uniswap's TreasuryVester and its copies: one token for one recipient. */
export const treasuryVester = toRecogniser({
  id: 'treasuryVester',
  asks: [
    'vestingAmount() view returns (uint256)',
    'recipient() view returns (address)',
    'vestingBegin() view returns (uint256)',
    'vestingEnd() view returns (uint256)',
  ],
  answers: z.tuple([amountSchema, accountSchema, amountSchema, amountSchema]),
  examine: ([amount, recipient, begin, end]) =>
    end <= begin
      ? null
      : toFinding({
          role: 'vesting',
          name: 'treasury vester',
          said: `recipient() = ${recipient}, vestingAmount() = ${amount}, vestingBegin() = ${begin}, vestingEnd() = ${end}`,
          family: 'vesting',
        }),
})
