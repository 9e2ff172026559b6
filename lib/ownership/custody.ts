import { amountAt } from '../domain/columns'
import { custodianRoles, type Custody, type CustodianRole, type CustodyPart } from '../domain/custody'
import type { Distribution } from '../domain/distribution'
import type { AccountRole, Label } from '../domain/label'
import { toPlaces } from '../domain/places'

/**
 * How much of a distribution lies with identifiable custodians: what someone with power over them could reach. A lower bound: a custodian
 * without a label is not seen.
 *
 * @param labels of several for one account the last counts
 * @example toCustody(distribution, [label(binance, 'exchange')]).amount // 120n, of denominator 1000n
 */
export function toCustody(distribution: Distribution, labels: readonly Label[]): Custody {
  const known = new Map(labels.map((label) => [label.address, label]))
  const custodians = [...known.values()].flatMap(({ address, name, role }) => (isCustodian(role) ? [{ address, name, role }] : []))
  const places = toPlaces(distribution, custodians.map(({ address }) => address))
  const held = custodians.flatMap(({ address, name, role }) => {
    const place = places.get(address)
    return place === undefined ? [] : [{ name, role, amount: amountAt(distribution.columns, place) }]
  })
  const sum = (parts: readonly { amount: bigint }[]): CustodyPart => ({ accounts: parts.length, amount: parts.reduce((total, { amount }) => total + amount, 0n) })
  const names = new Map(held.map(({ name, role }) => [JSON.stringify([role, name]), { name, role }]))
  return {
    denominator: distribution.total,
    ...sum(held),
    byRole: custodianRoles.map((role) => ({ role, ...sum(held.filter((part) => part.role === role)) })).filter(({ accounts }) => accounts > 0),
    byName: [...names.values()]
      .map(({ name, role }) => ({ name, role, ...sum(held.filter((part) => part.name === name && part.role === role)) }))
      .sort((a, b) => (a.amount === b.amount ? (a.name < b.name ? -1 : 1) : a.amount > b.amount ? -1 : 1)),
  }
}

const isCustodian = (role: AccountRole | null): role is CustodianRole => role !== null && custodianRoles.some((one) => one === role)
