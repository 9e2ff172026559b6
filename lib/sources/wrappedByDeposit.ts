import { zeroAddress, type Address } from '../domain/address'
import { toTransfer, transferTopic } from './erc20'
import { assertEvent, toIndexedAddress, toPlace, toWord, type EventShape } from './eventWords'
import type { Source, SourceInput } from './source'
import { toOwnership } from './toOwnership'
import { toOnlyAsset } from './wrapperFacts'

/** Deposit(address indexed dst, uint256 wad) and Withdrawal(address indexed src, uint256 wad). https://github.com/gnosis/canonical-weth */
const deposit: EventShape = { name: 'Deposit', topic: '0xe1fffcc4923d04b559f4d29a8bfc6cda04eb5b0d3c460751c2402c5c5cc9109c', indexed: 1, words: 1 }
const withdrawal: EventShape = { name: 'Withdrawal', topic: '0x7fcf532c15f0a6db0bd6d0e038bea71d30d808c7d98cb3bf7268a95bf5081b65', indexed: 1, words: 1 }

/**
 * WETH9 and its copies: a token that is given out one for one and writes wrapping and unwrapping as Deposit and Withdrawal, without a Transfer. Its
 * Transfers alone leave whoever deposits below zero, so that no ledger of it is kept: all three events are folded together.
 */
export const wrappedByDeposit: Source = {
  id: 'wrappedByDeposit',
  name: { en: 'Token wrapped by deposit', de: 'Durch Einzahlung gewickelter Token' },
  description: {
    en: 'As WETH9 does it: what the contract holds belongs to the holders of the wrapped token, told by its deposits, withdrawals and transfers together. What lies there beyond that stays unresolved.',
    de: 'Wie bei WETH9: Was der Contract hält, gehört den Haltern des Wrapped Tokens, so wie es Einzahlungen, Auszahlungen und Überweisungen zusammen ergeben. Was darüber hinausgeht, bleibt ungeklärt.',
  },
  role: 'vault',
  ledgers: () => [],
  logs: ({ address }) => [{ address, topics: [deposit.topic, withdrawal.topic, transferTopic] }],
  toOwnerships: (input) => toOwnership(input, {
    source: 'wrappedByDeposit', asset: toOnlyAsset(input.wrapper, 'wrappedByDeposit'), shares: input.wrapper.address, claims: foldWrapped(input), rest: 'surplus',
  }),
}

/** @throws Error that names the log after which somebody holds less than nothing, or that is none of the three events */
function foldWrapped({ logs }: Pick<SourceInput, 'logs'>) {
  const balances = new Map<Address, bigint>()
  for (const log of logs) {
    const add = (account: Address | null, amount: bigint) => {
      const balance = account === null ? -1n : (balances.get(account) ?? 0n) + amount
      if (account === null || balance < 0n) throw new Error(`${toPlace(log)}: ${account ?? 'what is no address'} would hold less than nothing of what was wrapped`)
      balances.set(account, balance)
    }
    if (log.topics[0] === transferTopic) {
      const reading = toTransfer(log)
      if (reading.status !== 'transfer') throw new Error(`${toPlace(log)} is no Transfer`)
      const { from, to, amount } = reading.transfer
      // Who writes wrapping as a Transfer too would be counted twice.
      if (from === zeroAddress) throw new Error(`${toPlace(log)}: it writes wrapping as a Transfer too, which the source wrappedToken reads`)
      add(from, -amount)
      add(to, amount)
    } else {
      const event = log.topics[0] === deposit.topic ? deposit : withdrawal
      assertEvent(log, event)
      add(toIndexedAddress(log.topics[1]!), event === deposit ? toWord(log, 0) : -toWord(log, 0))
    }
  }
  return [...balances].flatMap(([account, amount]) => (amount > 0n ? [{ account, amount }] : []))
}
