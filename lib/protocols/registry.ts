import { protocolSchema, type Protocol, type ProtocolInput } from '@/lib/domain/protocol'
import { oneInch } from './1inch'
import { aave } from './aave'
import { balancer } from './balancer'
import { compound } from './compound'
import { curve } from './curve'
import { ens } from './ens'
import { golem } from './golem'
import { iexec } from './iexec'
import { iexecArbitrum } from './iexec-arbitrum'
import { lido } from './lido'
import { livepeer } from './livepeer'
import { livepeerArbitrum } from './livepeer-arbitrum'
import { nexusMutual } from './nexus-mutual'
import { toPoolLabel } from './parts/pair'
import { render } from './render'
import { sky } from './sky'
import { sushiswap } from './sushiswap'
import { synthetix } from './synthetix'
import { theGraph } from './the-graph'
import { uniswap } from './uniswap'
import { yearn } from './yearn'

/**
 * Which protocols does Lorenz know on Ethereum, and which networks on Arbitrum? Each is written down in its own file, named like its slug; a pool is
 * labelled as a holder, too. The demo's protocols are not among them: their addresses come from the demo chain.
 *
 * @throws Error on loading, naming the protocol and what is wrong, when a file does not hold the schema: none is skipped
 *
 * @example protocols.find(({ slug }) => slug === 'uniswap')?.token.symbol // 'UNI'
 */
export const protocols: readonly Protocol[] = [
  read(uniswap),
  read(aave),
  read(compound),
  read(sky),
  read(curve),
  read(balancer),
  read(lido),
  read(sushiswap),
  read(yearn),
  read(synthetix),
  read(oneInch),
  read(ens),
  read(theGraph),
  read(livepeer),
  read(livepeerArbitrum),
  read(golem),
  read(iexec),
  read(iexecArbitrum),
  read(nexusMutual),
  read(render),
]

/**
 * The protocol of a slug.
 *
 * @throws Error that names the slugs there are
 * @example toProtocol('uniswap').token.symbol // 'UNI'
 */
export function toProtocol(slug: string): Protocol {
  const protocol = protocols.find((candidate) => candidate.slug === slug)
  if (!protocol) throw new Error(`no protocol "${slug}"; there are ${protocols.map((known) => known.slug).join(', ')}`)
  return protocol
}

function read(input: ProtocolInput): Protocol {
  const labels = [...(input.labels ?? []), ...(input.pools ?? []).map(toPoolLabel)]
  const parsed = protocolSchema.safeParse({ ...input, labels })
  if (!parsed.success) throw new Error(`lib/protocols/${input.slug}.ts is not a protocol: ${parsed.error.message}`)
  return parsed.data
}
