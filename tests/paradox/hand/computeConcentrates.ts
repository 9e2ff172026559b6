import { toEventSelector } from 'viem'
import { toHhi, toTopShare } from '../balances'
import { toAccount, type PlainChain } from '../chainLogs'
import type { PlainToken, Told } from '../plainStory'

const [operator, redeemed] = [toEventSelector('TranscoderUpdate(address,uint256,uint256)'), toEventSelector('WinningTicketRedeemed(address,address,uint256,uint256,uint256,uint256,bytes)')]
// transcoderTotalStake(address)
const totalStake = '0x9ef9df94'

const isConcentrated = (amounts: readonly number[]) => toHhi(amounts) > 0.18 || toTopShare(amounts, Math.ceil(amounts.length / 10)) > 1 / 2

/** What the contract says is bonded to each operator, and what the tickets of the last 365 days paid each. */
export async function computeConcentrates(chain: PlainChain, { protocol }: PlainToken): Promise<{ told: Told; stake: number[]; work: number[] } | null> {
  const network = protocol.wrappers.find(({ source }) => source === 'bondingManager')
  if (!network) return null
  const { bondingManager, ticketBroker } = network.contracts
  const operators = new Set((await chain.logs({ address: bondingManager!, topic: operator })).map(({ topics }) => toAccount(topics[1]!)))
  const stake: number[] = []
  for (const account of operators) stake.push(Number(await chain.call(bondingManager!, `${totalStake}${account.slice(2).padStart(64, '0')}`)) / 1e18)
  const yearAgo = (await chain.timeOf(chain.head)) - 365 * 86_400
  const work = new Map<string, number>()
  for (const { block, topics, words } of await chain.logs({ address: ticketBroker!, topic: redeemed })) {
    if ((await chain.timeOf(block)) > yearAgo) work.set(toAccount(topics[2]!), (work.get(toAccount(topics[2]!)) ?? 0) + Number(words[0]!) / 1e18)
  }
  const told = [stake.filter((amount) => amount > 0), [...work.values()]].map(isConcentrated).filter(Boolean).length
  return { told: told === 2 ? 'holds' : told === 1 ? 'mixed' : 'doesNotHold', stake, work: [...work.values()] }
}
