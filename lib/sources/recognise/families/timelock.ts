import { z } from 'zod'
import { accountSchema, amountSchema, toFinding, toRecogniser } from '../recogniser'

const noOperation = `0x${'0'.repeat(64)}`

/** OpenZeppelin's TimelockController: nothing it is asked to do happens before a delay. */
export const timelock = toRecogniser({
  id: 'timelock',
  asks: ['getMinDelay() view returns (uint256)', ['getTimestamp(bytes32) view returns (uint256)', noOperation], ['isOperation(bytes32) view returns (bool)', noOperation]],
  answers: z.tuple([amountSchema, z.literal(0n), z.literal(false)]),
  examine: ([delay]) => toFinding({ role: 'timelock', name: 'timelock', said: `getMinDelay() = ${delay}, isOperation(0x0) = false` }),
})

/** Compound's Timelock and its copies. */
export const compoundTimelock = toRecogniser({
  id: 'compoundTimelock',
  asks: [
    'GRACE_PERIOD() view returns (uint256)',
    'delay() view returns (uint256)',
    'admin() view returns (address)',
    'MINIMUM_DELAY() view returns (uint256)',
    'MAXIMUM_DELAY() view returns (uint256)',
  ],
  answers: z.tuple([z.bigint().min(1n), amountSchema, accountSchema, amountSchema, amountSchema]),
  examine: ([grace, delay, admin, least, most]) =>
    delay < least || delay > most
      ? null
      : toFinding({ role: 'timelock', name: 'timelock', said: `delay() = ${delay}, admin() = ${admin}, GRACE_PERIOD() = ${grace}` }),
})
