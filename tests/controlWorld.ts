import { openChainReader } from '@/lib/chain/reader'
import type { Address } from '@/lib/domain/address'
import { controlFigures, type ControlFigure } from '@/lib/governance/controlFigures'
import type { ControlMap, ControlNode } from '@/lib/domain/controlMap'
import { readControlMap, type ControlReader } from '@/lib/sources/control/readControlMap'
import { openProxies, openSafes } from './controlledContracts'
import { startTokenChain, toAccount } from './tokenChain'

/** A chain with Safes and proxies, and what is read there of who controls its contracts. */
export async function startControlWorld() {
  const chain = await startTokenChain()
  const reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
  const readBy = async (by: ControlReader, addresses: readonly Address[], governors: readonly Address[] = []): Promise<ControlMap> =>
    readControlMap(by, addresses.map(toRoot), governors, Number(await chain.rpc.call('eth_blockNumber')))
  const read = (addresses: readonly Address[], governors?: readonly Address[]) => readBy(reader, addresses, governors)
  const figureOf = async (address: Address, power = 'code'): Promise<ControlFigure> => controlFigures(await read([address])).find((figure) => figure.root.address === address && figure.power === power)!
  const nodeOf = async (address: Address): Promise<ControlNode> => (await read([address])).nodes.find((node) => node.address === address)!
  return { chain, reader, safes: await openSafes(chain), proxies: openProxies(chain), read, readBy, figureOf, nodeOf }
}

export type ControlWorld = Awaited<ReturnType<typeof startControlWorld>>

export const people = (...indices: number[]): Address[] => indices.map(toAccount)
export const toRoot = (address: Address) => ({ address, name: 'asked', fact: 'by the test' })
