import { lookup, type LookupAddress } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

const privateRanges = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) privateRanges.addSubnet(network, prefix, 'ipv4')
// Of IPv6 only what is given out to the public is public; of that not the ranges in which an IPv4 address is wrapped, nor examples.
const publicRanges = new BlockList()
publicRanges.addSubnet('2000::', 3, 'ipv6')
for (const [network, prefix] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) privateRanges.addSubnet(network, prefix, 'ipv6')

/** A call to an address that is not on the open internet. */
export class PrivateAddressError extends Error {
  override name = 'PrivateAddressError'
}

/**
 * Whether an address is one of this machine, of a network around it, or of nobody.
 *
 * @example isPrivate('192.168.1.1') // true
 */
export function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (isIP(mapped) === 4) return privateRanges.check(mapped, 'ipv4')
  return isIP(mapped) !== 6 || !publicRanges.check(mapped, 'ipv6') || privateRanges.check(mapped, 'ipv6')
}

/** Looks a name up for a connection, and refuses it where any of its addresses is private: what is checked is what is connected to. */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, '', 0)
    const found = addresses.find(({ address }) => isPrivate(address))
    if (found || addresses.length === 0) return callback(new PrivateAddressError(`${hostname} is an address of a private network`), '', 0)
    if (options.all) return callback(null, addresses)
    callback(null, addresses[0]!.address, addresses[0]!.family)
  })
}
