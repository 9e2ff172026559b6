import type { Database } from '@/db/database'
import { loadEditionSnapshot } from '@/db/editions'
import type { TrackedProtocol } from '@/db/protocols'
import type { StakeNetwork } from '../../domain/delegatedStakes'
import type { Text } from '../../domain/text'
import { computeConcentrates as thesis, type ComputeEvidence } from '../../findings/computeConcentrates'
import { headlineLens } from '../../ownership/lenses'
import { findStakeNetwork } from '../../sources/delegatedStakes/registry'
import { loadStudies } from '../studies/loadStudies'
import { toProtocolSubject, type SubjectEvidence, type ThesisSource } from './thesisSource'

const hasNetwork = ({ wrappers }: TrackedProtocol) => wrappers.some(({ source }) => findStakeNetwork(source) !== null)

/** Networks that rent out computers, and whoever else has operators with stakes bonded to them. */
export const computeConcentrates: ThesisSource<ComputeEvidence> = {
  thesis,
  load: async (database, protocols) => {
    const subjects = await Promise.all(protocols.map(async (protocol) => ({ protocol, told: await loadOne(database, protocol) })))
    return subjects.flatMap(({ protocol, told }) => (protocol.category === 'compute' || hasNetwork(protocol) || told.evidence ? [told] : []))
  },
}

const noNetwork: Text = {
  en: 'Where it is followed, no contract is known that keeps its operators’ stakes or pays them.',
  de: 'Wo es verfolgt wird, ist kein Contract bekannt, der die Einsätze seiner Betreiber verwahrt oder sie bezahlt.',
}
const notRead: Text = { en: 'Its operators’ stakes were not worked out yet.', de: 'Die Einsätze seiner Betreiber sind noch nicht ausgewertet.' }

async function loadOne(database: Database, protocol: TrackedProtocol): Promise<SubjectEvidence<ComputeEvidence>> {
  const [{ delegatedStakes: kept }, snapshot] = await Promise.all([loadStudies(database, protocol.slug, ['delegatedStakes']), loadEditionSnapshot(database, protocol.tokenId, null)])
  const network = kept?.result.networks[0]
  const tokenHhi = snapshot?.measurements.find(({ lens }) => lens === headlineLens)?.metrics.hhi
  return {
    subject: toProtocolSubject(protocol),
    basis: network && kept ? { day: kept.day, block: kept.block } : null,
    missing: network ? null : hasNetwork(protocol) ? notRead : noNetwork,
    evidence: network ? toEvidence(network, tokenHhi?.status === 'ok' ? tokenHhi.value : null) : null,
  }
}

function toEvidence({ byOperator, feesOfYear, rewardsOfYear, months }: StakeNetwork, tokenHhi: number | null): ComputeEvidence {
  const isPaid = feesOfYear.count > 0
  return { stake: byOperator, work: isPaid ? feesOfYear : rewardsOfYear, workIn: isPaid ? 'fees' : 'rewards', months: months.length, hhiBefore: months.at(-13)?.byOperator.hhi ?? null, tokenHhi }
}
