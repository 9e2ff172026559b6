import type { RivalGroup, Rivalry } from '../../domain/competition'
import type { FindingSubject } from '../../domain/finding'
import { winnerTakesMost as thesis, type RivalEvidence, type WinnerTakesMostEvidence } from '../../findings/winnerTakesMost'
import { countTurnovers } from '../../metrics/marketShares'
import { toGroupId, toGroupName } from '../../views/competition/groupWords'
import { toLastDay } from '../../views/competition/months'
import { loadCompetition } from '../competition/loadCompetition'
import type { SubjectEvidence, ThesisSource } from './thesisSource'

/** Of each category of which a protocol is followed, and of all together. */
export const winnerTakesMost: ThesisSource<WinnerTakesMostEvidence> = {
  thesis,
  load: async (database) => (await loadCompetition(database)).map(toEvidence),
}

/** What is known of one group; nothing where there is nobody to compete with. */
function toEvidence(group: RivalGroup): SubjectEvidence<WinnerTakesMostEvidence> {
  const subject: FindingSubject = { kind: group.category ? 'category' : 'all', id: toGroupId(group), name: toGroupName(group), demo: group.demo }
  const [only, ...others] = group.protocols
  if (others.length === 0) {
    const name = only?.name ?? '–'
    return {
      subject, basis: null, evidence: null,
      missing: { en: `Only ${name} is followed here: there is nobody to compare it with.`, de: `Verfolgt wird nur ${name}: Es gibt nichts zu vergleichen.` },
    }
  }
  const evidence = group.rivalries.flatMap((rivalry) => toRivalEvidence(rivalry) ?? [])
  const lastMonth = group.rivalries.flatMap(({ path }) => path.at(-1)?.month ?? []).sort().at(-1)
  return { subject, basis: lastMonth ? { day: toLastDay(lastMonth), block: null } : null, evidence, missing: null }
}

function toRivalEvidence({ measure, protocols, months, path }: Rivalry): RivalEvidence | null {
  const [first, last] = [path[0], path.at(-1)]
  if (!first || !last) return null
  return {
    measure,
    leader: protocols[last.leader]!.name,
    protocols: protocols.length,
    months: months.length,
    leaderShare: last.shares[last.leader]!,
    secondShare: Math.max(...last.shares.filter((_, place) => place !== last.leader)),
    hhi: last.hhi,
    hhiBefore: first.hhi,
    turnovers: countTurnovers(path),
  }
}
