import { encodeAbiParameters, encodePacked, keccak256, parseAbiParameters, toBytes } from 'viem'
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Log } from '../../chain/log'
import { isExempt, openGovernorBook, toThreshold } from './foldProposals'
import { governorAlpha } from './governorAlpha'
import { governorBravo } from './governorBravo'
import { openZeppelinGovernor } from './openZeppelinGovernor'
import { governorSources } from './registry'
import { toCounting } from './readTerms'

const address = `0x${'c'.repeat(40)}` as const
const [ann, bob] = [`0x${'aa'.repeat(20)}`, `0x${'bb'.repeat(20)}`] as const
const toTopic = (signature: string) => keccak256(toBytes(signature))
let place = 0
const toLog = (signature: string, data: string, indexed: readonly string[] = [], blockNumber = 7): Log => ({
  address, topics: [toTopic(signature), ...indexed], data, blockNumber, blockHash: `0x${'d'.repeat(64)}`, logIndex: place++,
})
const toField = (account: string) => `0x${'0'.repeat(24)}${account.slice(2)}`
const created = 'ProposalCreated(uint256,address,address[],uint256[],string[],bytes[],uint256,uint256,string)'
const fields = parseAbiParameters('uint256, address, address[], uint256[], string[], bytes[], uint256, uint256, string')
type Fields = Parameters<typeof encodeAbiParameters<typeof fields>>[1]
const toCreated = (id: bigint, { signatures = [''], data = ['0x01'], start = 10n, description = '' }: { signatures?: string[]; data?: `0x${string}`[]; start?: bigint; description?: string } = {}) =>
  toLog(created, encodeAbiParameters(fields, [id, ann, [bob], [5n], signatures, data, start, 20n, description] as Fields))
const cast = 'VoteCast(address,uint256,uint8,uint256,string)'
const toCast = (id: bigint, voter: string, support: number, votes: bigint) =>
  toLog(cast, encodeAbiParameters(parseAbiParameters('uint256, uint8, uint256, string'), [id, support, votes, 'because']), [toField(voter)])
const toFraction = (id: bigint, voter: string, support: number, votes: bigint, params: `0x${string}`) =>
  toLog('VoteCastWithParams(address,uint256,uint8,uint256,string,bytes)', encodeAbiParameters(parseAbiParameters('uint256, uint8, uint256, string, bytes'), [id, support, votes, 'because', params]), [toField(voter)])
const parts = encodePacked(['uint128', 'uint128', 'uint128'], [1n, 2n, 3n])

function fold(source: (typeof governorSources)[number], logs: readonly Log[], takesFractions = false) {
  const { book, add } = openGovernorBook(source.toEvent)
  add(logs, { takesFractions })
  return book
}

describe('logs of Governors', () => {
  it('are folded into proposals and votes', () => {
    const book = fold(governorBravo, [toCreated(1n), toCast(1n, ann, 1, 5n), toCast(1n, bob, 0, 3n)])
    expect(book.gaps).toEqual([])
    expect([...book.proposals.get('1')!.votes.values()].map((vote) => vote.parts)).toEqual([{ for: 5n, against: 0n, abstain: 0n }, { for: 0n, against: 3n, abstain: 0n }])
  })

  it('let votes go that somebody has, and refuse those that come after', () => {
    const { book, add, release } = openGovernorBook(governorBravo.toEvent)
    add([toCreated(1n), toCreated(2n), toCast(1n, ann, 1, 5n), toCast(2n, ann, 1, 5n)])
    release('1')
    add([toCast(1n, bob, 1, 7n), toCast(2n, bob, 1, 7n)])
    expect([...book.proposals].map(([key, { votes, description }]) => [key, votes.size, description])).toEqual([['1', 0, ''], ['2', 2, '']])
    expect(book.gaps).toEqual([{ subject: expect.stringContaining('of block 7') as string, reason: 'proposal 1 had ended before' }])
  })

  it('of which parameters count only where fractions are counted', () => {
    const logs = [toCreated(1n), toFraction(1n, ann, 255, 6n, parts)]
    expect(fold(openZeppelinGovernor, logs, true).proposals.get('1')!.votes.get(ann)).toMatchObject({ votes: 6n, parts: { against: 1n, for: 2n, abstain: 3n } })
    const plain = fold(openZeppelinGovernor, logs).proposals.get('1')!
    expect(plain.votes.get(ann)).toMatchObject({ votes: 6n, parts: { against: 0n, for: 0n, abstain: 0n } })
    expect(plain.gaps).toMatchObject([{ reason: `${ann} voted in a way that is neither for, against nor abstention` }])
    // Others take parameters that mean something else: 48 bytes under plain support stay plain support.
    expect(fold(openZeppelinGovernor, [toCreated(1n), toFraction(1n, ann, 1, 6n, parts)]).proposals.get('1')!.votes.get(ann)?.parts.for).toBe(6n)
  })

  it('keep their votes open for longer where a late quorum says so', () => {
    const extended = toLog('ProposalExtended(uint256,uint64)', `0x${(99n).toString(16).padStart(64, '0')}`, [`0x${'1'.padStart(64, '0')}`])
    expect(fold(openZeppelinGovernor, [toCreated(1n), extended]).proposals.get('1')?.end).toBe(99)
  })

  it('have calls with the selector in front, also of signatures that are none', () => {
    const calls = (signature: string, source = governorBravo) => fold(source, [toCreated(1n, { signatures: [signature] })]).proposals.get('1')!.calls
    // keccak256('transfer(address,uint256)') begins with a9059cbb.
    expect(calls('transfer(address,uint256)')).toEqual([{ target: bob, value: 5n, data: '0xa9059cbb01', signature: 'transfer(address,uint256)' }])
    expect(calls('no signature at all (((')[0]!.data).toBe(`${keccak256(toBytes('no signature at all (((')).slice(0, 10)}01`)
    expect(calls('')[0]).toMatchObject({ data: '0x01', signature: null })
    expect(calls('transfer(address,uint256)', openZeppelinGovernor)[0]).toMatchObject({ data: '0x01', signature: 'transfer(address,uint256)' })
  })

  it.each([
    ['of no event', toLog('Transfer(address,address,uint256)', '0x'), /is no event of this Governor/],
    ['without data', toLog(created, '0x'), /does not hold the event's fields/],
    ['with lists of unlike length', toCreated(1n, { signatures: [] }), /its lists differ in length/],
    ['with a moment that no clock shows', toCreated(1n, { start: 2n ** 200n }), /which no clock shows/],
    ['of a proposal that nobody made', toCast(9n, ann, 1, 5n), /no log has created proposal 9/],
    ['whose voter is no address', toLog(cast, toCast(1n, ann, 1, 1n).data, [`0x${'f'.repeat(64)}`]), /is no VoteCast/],
    ['whose voter is not indexed', toLog(cast, toCast(1n, ann, 1, 1n).data), /is no VoteCast/],
    ['that is cut off', toLog(cast, '0x01', [toField(ann)]), /is no VoteCast/],
    ['of an end with too much', toLog('ProposalExecuted(uint256)', `0x${'0'.repeat(128)}`), /is no ProposalExecuted/],
  ])('a log %s is a gap, and what comes after it is read', (_, log, reason) => {
    const book = fold(governorBravo, [log, toCreated(5n)])
    expect(book.gaps).toHaveLength(1)
    expect(book.gaps[0]!.subject).toMatch(/^log \d+ of block 7 of 0xc{40}$/)
    expect(book.gaps[0]!.reason).toMatch(reason)
    expect([...book.proposals.keys()]).toEqual(['5'])
  })

  it('made twice count once', () => {
    const book = fold(governorBravo, [toCreated(1n, { description: 'first' }), toCreated(1n, { description: 'second' })])
    expect(book.proposals.get('1')?.description).toBe('first')
    expect(book.gaps).toMatchObject([{ reason: 'proposal 1 was created before' }])
  })

  it('parameters that point outside, or say that they are longer, are gaps', () => {
    const { data } = toFraction(1n, ann, 255, 6n, parts)
    const replaced = (word: number, value: bigint) => `${data.slice(0, 2 + 64 * word)}${value.toString(16).padStart(64, '0')}${data.slice(2 + 64 * (word + 1))}`
    // Words: 0 number, 1 support, 2 votes, 3 and 4 where reason and parameters stand, 5 and 6 the reason, 7 the parameters' length.
    for (const [word, value] of [[4, 2n ** 255n], [4, 33n], [4, BigInt(data.length)], [7, 2n ** 64n], [7, 1000n]] as const) {
      const log = { ...toFraction(1n, ann, 255, 6n, parts), data: replaced(word, value) }
      const book = fold(openZeppelinGovernor, [toCreated(1n), log], true)
      expect(book.gaps).toMatchObject([{ reason: expect.stringMatching(/is no VoteCastWithParams/) }])
      expect(book.proposals.get('1')?.votes.size).toBe(0)
    }
  })

  it('never throw, whatever stands in them', () => {
    const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => `0x${Buffer.from(array).toString('hex')}`)
    const word = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((array) => `0x${Buffer.from(array).toString('hex')}`)
    const governor = { source: 'any', address, name: 'any', firstBlock: 0, fact: 'made up' } as const
    for (const source of [governorAlpha, governorBravo, openZeppelinGovernor]) {
      const topics = source.logs(governor).flatMap((filter) => filter.topics)
      fc.assert(
        fc.property(fc.constantFrom(...topics), bytes, fc.array(word, { maxLength: 3 }), (topic, data, indexed) => {
          const log: Log = { address, topics: [topic, ...indexed], data, blockNumber: 1, blockHash: `0x${'d'.repeat(64)}`, logIndex: 0 }
          const book = fold(source, [log], true)
          expect(book.gaps.length + book.proposals.size + book.thresholds.length + book.exemptions.length + book.upgrades.length).toBe(1)
        }),
        { numRuns: 300 },
      )
    }
  })
})

describe('what it took to propose', () => {
  const set = (before: bigint, after: bigint, block: number) => toLog('ProposalThresholdSet(uint256,uint256)', encodeAbiParameters(parseAbiParameters('uint256, uint256'), [before, after]), [], block)

  it('is what the last log before it set, or the first after it replaced', () => {
    const { thresholds } = fold(governorBravo, [set(100n, 50n, 10), set(50n, 25n, 20)])
    const at = (block: number) => toThreshold({ thresholds }, { created: { block, logIndex: 0 } })
    expect([at(9), at(11), at(19), at(21)]).toEqual([100n, 50n, 50n, 25n])
    expect(toThreshold({ thresholds: [] }, { created: { block: 9, logIndex: 0 } })).toBeNull()
  })

  it('is nothing for who is on the whitelist, as long as that lasts', () => {
    const until = (account: string, moment: bigint, block: number) =>
      toLog('WhitelistAccountExpirationSet(address,uint256)', encodeAbiParameters(parseAbiParameters('address, uint256'), [account as typeof ann, moment]), [], block)
    const book = fold(governorBravo, [until(ann, 1000n, 5), until(bob, 2n ** 255n, 6), until(ann, 0n, 50)])
    const at = (proposer: typeof ann | typeof bob, block: number, timestamp: number) => isExempt(book, { proposer, created: { block, logIndex: 99 } }, timestamp)
    // Before it was on it; on it; its time is up (expiration > now); taken off.
    expect([at(ann, 4, 1), at(ann, 5, 999), at(ann, 5, 1000), at(ann, 51, 1), at(bob, 9, 10 ** 9)]).toEqual([false, true, false, false, true])
  })
})

it.each([
  ['support=bravo&quorum=for,abstain', ['for', 'abstain'], false],
  ['support=bravo&quorum=bravo', ['for'], false],
  ['support=bravo,fractional&quorum=for,abstain&params=fractional', ['for', 'abstain'], true],
  ['support=bravo&quorum=against,for,abstain', ['against', 'for', 'abstain'], false],
] as const)('COUNTING_MODE %s is understood', (mode, quorumOf, takesFractions) => {
  expect(toCounting(mode)).toEqual({ quorumOf, takesFractions, gaps: [] })
})

it.each(['support=of-my-own&quorum=for', 'support=bravo&quorum=everybody', 'support=bravo', ''])('COUNTING_MODE "%s" is not, and said so', (mode) => {
  expect(toCounting(mode)).toEqual({ quorumOf: null, takesFractions: false, gaps: [{ subject: 'COUNTING_MODE', reason: `it says "${mode}", which is not understood here` }] })
})
