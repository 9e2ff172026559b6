import { toBondingLogs } from '../bondingManager'
import { assertEvent, toParty, toWord } from '../eventWords'
import { BondingBook } from './bondingBook'
import { ticketPaid } from './bondingEvents'
import type { Bond, NetworkBook, StakeNetworkSource } from './stakeNetworkSource'

/** Livepeer: rewards are new LPT that the BondingManager shares, fees are ether that the TicketBroker (`contracts.ticketBroker`) pays for tickets that won. */
export const bondingNetwork: StakeNetworkSource = {
  id: 'bondingManager',
  feesIn: 'ether',
  logs: (wrapper) => {
    const { ticketBroker } = wrapper.contracts
    return [...toBondingLogs(wrapper), ...(ticketBroker ? [{ address: ticketBroker, topics: [ticketPaid.topic] }] : [])]
  },
  open: openBook,
}

function openBook(): NetworkBook {
  const book = new BondingBook()
  return {
    add(log) {
      if (log.topics[0] !== ticketPaid.topic) {
        const reward = book.add(log)
        return reward && { ...reward, kind: 'rewards' }
      }
      assertEvent(log, ticketPaid)
      return { operator: toParty(log, 2), kind: 'fees', amount: toWord(log, 0), kept: null, blockNumber: log.blockNumber }
    },
    bonds: () =>
      [...book.delegators].flatMap(([account, { operator }]): Bond[] => {
        const amount = operator ? book.bondedOf(account) : 0n
        return operator && amount > 0n ? [{ account, operator, amount }] : []
      }),
    earned: () => [...book.delegators].map(([account, { bonded, claimed }]) => ({ account, amount: claimed + book.bondedOf(account) - bonded })),
  }
}
