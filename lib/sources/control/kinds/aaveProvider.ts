import { askAddress, toAccount, toWay, type ControlKindReader } from '../controlKind'

/**
 * Aave v3's PoolAddressesProvider and the proxies of its pool, whose admin stands in their code and not in a slot: the provider replaces their
 * code for its owner. Pool and provider must name one another.
 */
export const aaveProvider: ControlKindReader = {
  id: 'aaveProvider',
  async read(subject) {
    const [provider, pool, manager, owner] = await Promise.all(['ADDRESSES_PROVIDER', 'getPool', 'getACLManager', 'owner'].map((name) => askAddress(subject, name)))
    if (pool !== undefined && manager !== undefined && owner !== undefined) {
      const evidence = `owner() = ${owner}`
      // It carries the code of the proxies that it makes.
      return { isFixed: true, said: [`getPool() = ${pool}, getACLManager() = ${manager}`], ways: [toWay({ power: 'act', means: 'owner', evidence }, owner)] }
    }
    const named = toAccount(provider)
    if (!named) return null
    const pools = await Promise.all(['getPool', 'getPoolConfigurator'].map((name) => subject.askOf(named, `${name}() view returns (address)`)))
    const place = pools.findIndex((answer) => toAccount(answer) === subject.address)
    if (place < 0) return null
    return { ways: [toWay({ power: 'code', means: 'proxyAdmin', evidence: `ADDRESSES_PROVIDER() = ${named}, whose ${['getPool', 'getPoolConfigurator'][place]}() it is` }, named)] }
  },
}
