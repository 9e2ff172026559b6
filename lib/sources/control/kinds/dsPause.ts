import { askAddress, secondsSchema, toAccount, toWay, type ControlKindReader, type Found, type Subject } from '../controlKind'
import { isGuard, readOwnerAndAuthority, readPermits } from '../dsAuthority'

/**
 * MakerDAO's DSPause and the proxy that it acts through: the owner or whom the authority lets plots, and after the delay anybody executes. The proxy
 * runs what was plotted as its own code and belongs to the pause. Both must name one another. https://github.com/dapphub/ds-pause
 */
export const dsPause: ControlKindReader = {
  id: 'dsPause',
  async read(subject) {
    const [proxy, owner] = await Promise.all(['proxy', 'owner'].map((name) => askAddress(subject, name)))
    const [acting, owning] = [toAccount(proxy), toAccount(owner)]
    if (acting && (await askAddress({ ask: (signature) => subject.askOf(acting, signature) }, 'owner')) === subject.address) return readPause(subject)
    if (!owning || (await askAddress({ ask: (signature) => subject.askOf(owning, signature) }, 'proxy')) !== subject.address) return null
    const evidence = `owner() = ${owning}, whose proxy() it is`
    return { isFixed: true, said: [evidence], ways: [toWay({ power: 'act', means: 'owner', evidence }, owning)] }
  },
}

async function readPause(subject: Subject): Promise<Found | null> {
  const delay = secondsSchema.safeParse(await subject.ask('delay() view returns (uint256)')).data
  if (delay === undefined) return null
  const ways = await readOwnerAndAuthority(subject, 'act', delay)
  if (!ways) return null
  const authority = ways.find(({ means }) => means === 'named')?.groups[0]?.members[0]
  const permits = authority && (await isGuard(subject, authority)) ? await readPermits(subject, authority, 'act', delay) : { ways: [], gaps: [] }
  return { kind: 'timelock', said: [`delay() = ${delay}`], ways: [...ways, ...permits.ways].map((way) => ({ ...way, evidence: `${way.evidence}, delay() = ${delay}` })), gaps: permits.gaps }
}
