import type { Address } from '@/lib/domain/address'
import type { ContractOwnership } from '@/lib/domain/contractOwnership'
import type { Claim } from '@/lib/domain/distribution'

/** Contract after contract by address, each split as one would on paper. Right where contracts hold only for accounts after them. */
export function handOnPlainly(claims: readonly Claim[], ownerships: readonly ContractOwnership[], token: Address) {
  const held = new Map<string, bigint>()
  const add = (account: string, asset: string | null, amount: bigint) => held.set(`${account} ${asset}`, (held.get(`${account} ${asset}`) ?? 0n) + amount)
  for (const { account, amount } of claims) add(account, token, amount)
  let unresolved = 0n
  for (const { contract, asset, shares, ...rest } of ownerships.toSorted((a, b) => (a.contract < b.contract ? -1 : 1))) {
    const key = `${contract} ${asset}`
    const weights = new Map<string, bigint>()
    const weigh = (name: string, weight: bigint) => weights.set(name, (weights.get(name) ?? 0n) + weight)
    for (const { account, amount } of rest.claims) weigh(account, amount)
    for (const { reason, amount } of rest.unresolved) weigh(reason, amount)
    const amount = held.get(key) ?? 0n
    held.delete(key)
    const total = [...weights.values()].reduce((a, b) => a + b, 0n)
    if (total === 0n) unresolved += amount
    else
      for (const [name, part] of split(amount, weights, total)) {
        if (name.startsWith('0x')) add(name, shares, part)
        else unresolved += part
      }
  }
  const owners = new Map<Address, bigint>()
  for (const [key, amount] of held) {
    const account = key.split(' ')[0] as Address
    if (amount > 0n) owners.set(account, (owners.get(account) ?? 0n) + amount)
  }
  return { owners, unresolved }
}

function split(amount: bigint, weights: ReadonlyMap<string, bigint>, total: bigint): [string, bigint][] {
  const exact = [...weights].map(([name, weight]) => ({ name, whole: (amount * weight) / total, rest: (amount * weight) % total }))
  const left = amount - exact.reduce((sum, { whole }) => sum + whole, 0n)
  exact.sort((a, b) => (a.rest === b.rest ? (a.name < b.name ? -1 : 1) : a.rest > b.rest ? -1 : 1))
  return exact.map(({ name, whole }, place) => [name, whole + (BigInt(place) < left ? 1n : 0n)])
}
