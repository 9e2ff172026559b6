import { isKnownAccount } from '@/db/accountHoldings'
import type { Database } from '@/db/database'
import { loadAccountStatements } from '@/db/labels'
import { loadProtocols } from '@/db/protocols'
import type { Account } from '../../domain/account'
import type { Address } from '../../domain/address'
import { toInsides } from '../../ownership/insides'
import { loadAccountHistory } from './loadAccountHistory'
import { loadHeld } from './loadHeld'
import { loadProfits } from './loadProfits'
import { loadSafes } from './loadSafes'
import { loadWrapped } from './loadWrapped'
import { toAccountStatements } from './toAccountStatements'
import { toEntityMembers } from './toEntityMembers'

/**
 * Everything that is known of an account, from the database alone.
 *
 * @param withHistory whether its balances over time are wanted: they ask the ledgers
 * @returns null where it was never seen, no contract that is followed has the address, and nobody says anything of it
 */
export async function loadAccount(database: Database, address: Address, withHistory = true): Promise<Account | null> {
  const [known, protocols, said] = await Promise.all([isKnownAccount(database, address), loadProtocols(database), loadAccountStatements(database, address)])
  const following = protocols.filter(({ ledgers, wrappers }) => ledgers.has(address) || wrappers.some((wrapper) => wrapper.address === address))
  if (!known && following.length === 0) return null
  const [{ holdings, paths }, wrapped, safes, profits, history] = await Promise.all([
    loadHeld(database, address, protocols),
    loadWrapped(database, address, protocols),
    loadSafes(database, address, protocols),
    loadProfits(database, address, protocols),
    withHistory ? loadAccountHistory(database, address, protocols) : [],
  ])
  const statements = toAccountStatements(said, protocols)
  const labels = protocols.flatMap(({ slug, name: protocolName, labels }) =>
    labels.filter((label) => label.address === address).map(({ name, role }) => ({ protocol: slug, protocolName, name, role })))
  const concerned = new Set([...following.map(({ slug }) => slug), ...[...holdings, ...paths, ...wrapped, ...profits, ...statements, ...history].map(({ protocol }) => protocol)])
  const demo = concerned.size > 0 && protocols.every((protocol) => protocol.demo || !concerned.has(protocol.slug))
  const held = protocols.filter(({ slug }) => holdings.some(({ protocol }) => protocol === slug))
  const insides = [...toInsides(held)].map(([slug, { name: whole }]) => ({ name: held.find((one) => one.slug === slug)!.name, whole }))
  return { address, insides, holdings, paths, statements, labels, entity: protocols.flatMap((protocol) => toEntityMembers(protocol, address)), wrapped, safes, profits, history, demo }
}
