import { loadControlMap } from '@/db/controlMaps'
import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import type { Address } from '../../domain/address'
import type { Label } from '../../domain/label'
import type { Block } from '../../domain/snapshot'
import { toContractHands, toKeepers, type ContractHands } from '../../governance/contractHands'
import { controlFigures } from '../../governance/controlFigures'

/** In whose hands a protocol's contracts are, at the block of the reading. */
export interface LoadedHands {
  block: Block
  contracts: readonly (ContractHands & { isNamed: boolean })[]
  /** The same of their code alone */
  codes: readonly ContractHands[]
  /** Labelled accounts that keep keys of one of them at least */
  controllers: readonly Address[]
}

/** Whose hands each contract is in, from the newest control map; null before the first reading. */
export async function loadContractHands(database: Database, { slug, labels }: Pick<TrackedProtocol, 'slug' | 'labels'>): Promise<LoadedHands | null> {
  const saved = await loadControlMap(database, slug)
  if (!saved) return null
  const figures = controlFigures(saved.map)
  const named = new Set(labels.filter(saysWho).map(({ address }) => address))
  const contracts = toContractHands(figures).map((one) => ({ ...one, keepers: one.hands === 'keys' ? toKeepers(saved.map, one.root.address).filter((keeper) => named.has(keeper)) : [] }))
  return {
    block: saved.block,
    contracts: contracts.map(({ keepers, ...one }) => ({ ...one, isNamed: keepers.length > 0 })),
    codes: toContractHands(figures.filter(({ power }) => power === 'code')),
    controllers: [...new Set(contracts.flatMap(({ keepers }) => keepers))].sort(),
  }
}

const owners: readonly Label['role'][] = ['team', 'investor', 'foundation', 'treasury', 'exchange', 'marketMaker']

/** Whether a label names somebody: people, Safes and whoever has a part in the protocol; a contract's name is nobody's. */
const saysWho = ({ kind, role }: Label): boolean => kind === 'person' || kind === 'multisig' || owners.includes(role)
