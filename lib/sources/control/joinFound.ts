import type { Address } from '../../domain/address'
import type { ControlNode, ControlPower, ControlWay } from '../../domain/controlMap'
import type { Found } from './controlKind'

const strength: Readonly<Record<ControlPower, number>> = { code: 3, act: 2, settings: 1, veto: 0 }

/**
 * What several kinds of control say of one contract, as one account of the map. Where two say the same of the same people, the stronger power
 * stands: a ProxyAdmin's owner acts through it, and that it also has an owner says nothing more. A gap about the code goes where another kind
 * knows who may replace it.
 *
 * @example joinFound(admin, [{ ways: [actsAsOwner] }, { ways: [hasRightsAsOwner] }]).node.ways // [actsAsOwner]
 */
export function joinFound(address: Address, found: readonly (Found | null)[]): { node: ControlNode; besides: NonNullable<Found['besides']> } {
  const each = found.filter((one) => one !== null)
  const kind = each.find((one) => one.kind)?.kind ?? 'contract'
  // What a timelock's roles allow is known, and said by its own kind.
  const isRight = (power: ControlPower, means?: string) => kind === 'timelock' && power === 'settings' && (means === undefined || means === 'role')
  const all = each.flatMap(({ ways }) => ways ?? []).filter(({ power, means }) => !isRight(power, means))
  const ways = all.filter((way, place) => !all.some((other, before) => says(other, way) && (strength[other.power] > strength[way.power] || (other.power === way.power && before < place))))
  const knowsCode = ways.some(({ power }) => power === 'code') || each.some(({ isFixed }) => isFixed)
  const gaps = each.flatMap(({ gaps: own }) => own ?? []).filter(({ power }) => !isRight(power)).filter(({ reason }) => !knowsCode || (reason !== 'unknownGuard' && reason !== 'unknownProxy'))
  return {
    node: {
      address,
      kind,
      said: [...new Set(each.flatMap(({ said }) => said ?? []))],
      implementation: each.find(({ implementation }) => implementation)?.implementation ?? null,
      ways: ways.sort((a, b) => strength[b.power] - strength[a.power]),
      gaps,
    },
    besides: each.flatMap(({ besides }) => besides ?? []),
  }
}

/** Whether one way names the same people by the same means. */
const says = (other: ControlWay, way: ControlWay): boolean =>
  other !== way && other.means === way.means && (other.detail === way.detail || way.detail === null) && toPeople(other) === toPeople(way)

const toPeople = ({ groups }: ControlWay): string => groups.map(({ threshold, members }) => `${threshold}:${members.join()}`).join(';')
