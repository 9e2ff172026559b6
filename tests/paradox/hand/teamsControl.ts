import { toAccount, type PlainChain } from '../chainLogs'
import type { PlainToken, Told } from '../plainStory'
import { passes, readDecisions } from './whalesDecide'

// owner(), admin(), minter()
const questions = ['0x8da5cb5b', '0xf851a440', '0x07546172']
// EIP-1967: keccak256('eip1967.proxy.admin') − 1, and getThreshold() of a Safe
const [adminSlot, threshold] = ['0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103', '0xe75235b8']

/** Whether an account is a person, or a Safe for which fewer than six sign: no vote is asked. */
async function isFew(chain: PlainChain, account: string): Promise<boolean> {
  if (BigInt(account) === 0n) return false
  if ((await chain.codeOf(account)) === '0x') return true
  const [signatures] = await chain.words(account, threshold)
  return signatures !== undefined && signatures < 6n
}

/** Of the contracts that the story names, those that a person or a Safe can change. */
export async function readKeys(chain: PlainChain, { protocol }: PlainToken): Promise<{ name: string; keepers: string[] }[]> {
  const found: { name: string; keepers: string[] }[] = []
  for (const { address, name } of protocol.governance.controlled) {
    const answers = await Promise.all(questions.map((question) => chain.words(address, question)))
    const admin = toAccount(await chain.slotOf(address, adminSlot))
    const proxyOwner = BigInt(admin) === 0n ? [] : await chain.words(admin, questions[0]!)
    const asked = [...answers.flatMap((words) => words.slice(0, 1)), ...proxyOwner].map(toAccount)
    const keepers: string[] = []
    for (const account of [...asked, address]) if (account !== address ? await isFew(chain, account) : (await chain.words(address, threshold)).length === 1) keepers.push(account)
    found.push({ name, keepers })
  }
  return found
}

/** Half of the contracts, or half of ten or more proposals that labelled insiders decided alone or that would have ended otherwise without them. */
export async function teamsControl(chain: PlainChain, token: PlainToken): Promise<{ told: Told; few: number; of: number; insiders: number; decided: number }> {
  const contracts = await readKeys(chain, token)
  const few = contracts.filter(({ keepers }) => keepers.length > 0).length
  const insiders = new Set(token.protocol.labels.filter(({ role }) => role !== null && ['team', 'investor', 'treasury', 'foundation', 'timelock'].includes(role)).map(({ address }) => address))
  const decisions = await readDecisions(chain, token)
  const theirs = decisions.filter((decision) => {
    const [own, others] = [decision.votes.filter(({ voter }) => insiders.has(voter)), decision.votes.filter(({ voter }) => !insiders.has(voter))]
    const isNeeded = passes(others, decision) !== decision.passed
    // With nobody else on their side: what others cast for it, or against it, is taken away. What failed needs a vote against; a missed quorum is nobody's.
    const left = decision.passed ? [...own, ...others.filter(({ support }) => support === 0)] : [...own, ...others.filter(({ support }) => support === 1)]
    const isEnough = decision.passed ? passes(left, decision) : own.some(({ support }) => support === 0) && !passes(left, { ...decision, quorum: 0n })
    return isNeeded || isEnough
  }).length
  const answer = (count: number, of: number) => (count * 2 >= of ? 'yes' : count * 4 < of ? 'no' : 'between')
  const answers = [answer(few, contracts.length), decisions.length < 10 ? 'untold' : answer(theirs, decisions.length)]
  const told = answers.includes('yes') ? 'holds' : answers.includes('between') ? 'mixed' : answers.includes('untold') ? 'cannotBeTold' : 'doesNotHold'
  return { told, few, of: contracts.length, insiders: theirs, decided: decisions.length }
}

/** Custodians' part of what can be spent, or contracts with keys whose keeper is named, half: reachable; below a quarter of both: not. */
export async function whatRulesReach(chain: PlainChain, token: PlainToken): Promise<{ told: Told; custody: number; named: number; keys: number; of: number }> {
  const { protocol: { labels } } = token
  const amountOf = (roles: readonly string[]) => labels.reduce((sum, { address, role }) => (role && roles.includes(role) ? sum + (token.wallets.get(address) ?? 0) : sum), 0)
  const all = [...token.wallets.values()].reduce((sum, amount) => sum + amount, 0) - amountOf(['treasury', 'timelock', 'burn', 'vesting', 'distributor'])
  const custody = amountOf(['exchange', 'bridge', 'lendingMarket']) / all
  const contracts = await readKeys(chain, token)
  const keys = contracts.filter(({ keepers }) => keepers.length > 0)
  const names = new Set(labels.map(({ address }) => address))
  const named = keys.filter(({ keepers }) => keepers.some((keeper) => names.has(keeper))).length
  const told = custody >= 1 / 2 || named * 2 >= contracts.length ? 'holds' : custody < 1 / 4 && keys.length * 4 < contracts.length ? 'doesNotHold' : 'mixed'
  return { told, custody, named, keys: keys.length, of: contracts.length }
}
