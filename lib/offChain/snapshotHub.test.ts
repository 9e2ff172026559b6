import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { faults, startLocalHub, toSaidProposal, toSaidVote, type LocalHub } from '@/tests/localHub'
import { openHub } from './hub'
import { HubError } from './hubError'
import { openSnapshot } from './snapshotHub'

let hub: LocalHub
const waited: number[] = []
const open = () => openSnapshot(openHub({ url: hub.url, pause: 7, wait: async (milliseconds) => void waited.push(milliseconds) }))

beforeEach(async () => {
  hub = await startLocalHub()
  waited.length = 0
})
afterEach(() => hub.close())

describe('votes come whole', () => {
  it('each with the digits that were written, more than a double has', async () => {
    hub.votes.push(toSaidVote('p', 1, '9007199254740993.123456789012345678'), toSaidVote('p', 2, '2.11e-16', 2), toSaidVote('other', 3, '5'))
    const votes = await open().readVotes('p')
    expect(votes.map(({ vp, choice, created }) => [vp, choice, created])).toEqual([['9007199254740993.123456789012345678', '1', 1_700_000_200], ['2.11e-16', '2', 1_700_000_200]])
    expect(hub.asked).toEqual([{ proposal: 'p', from: 0, skip: 0 }])
  })

  it('over pages whose ends fall into one second, in whatever order of ids', async () => {
    // 2,500 votes, seven a second: pages end within seconds.
    for (let voter = 2_500; voter > 0; voter--) hub.votes.push(toSaidVote('p', voter, '1', 1, 1_700_000_000 + (voter % 357)))
    const votes = await open().readVotes('p')
    expect(new Set(votes.map(({ voter }) => voter)).size).toBe(2_500)
    expect(votes).toHaveLength(2_500)
  })

  it('where one second fills whole pages', async () => {
    for (let voter = 1; voter <= 3_200; voter++) hub.votes.push(toSaidVote('p', voter, '1', 1, voter <= 100 ? 1_700_000_000 : 1_700_000_001))
    expect(await open().readVotes('p')).toHaveLength(3_200)
    // 1,000; again from the second that ended it, 1,000 and on by skipping: 3,100 of that second are three full pages and a short one.
    expect(hub.asked.map(({ skip }) => skip)).toEqual([0, 0, 1_000, 2_000, 3_000])
  })

  it('and says so where more of one second are there than the hub gives', async () => {
    for (let voter = 1; voter <= 6_001; voter++) hub.votes.push(toSaidVote('p', voter, '1'))
    await expect(open().readVotes('p')).rejects.toThrow(/more than 5000 of one second/)
  })

  it('who votes again while pages are read counts once, with the last vote; who comes late is there', async () => {
    for (let voter = 1; voter <= 1_500; voter++) hub.votes.push(toSaidVote('p', voter, '1', 1, 1_700_000_000 + voter))
    hub.onAnswered = (asked) => {
      if (asked !== 1) return
      hub.votes.splice(hub.votes.findIndex(({ created }) => created === 1_700_000_005), 1)
      hub.votes.push(toSaidVote('p', 5, '8', 2, 1_700_009_000), toSaidVote('p', 7_000, '3', 1, 1_700_009_001))
    }
    const votes = await open().readVotes('p')
    expect(votes).toHaveLength(1_501)
    expect(votes.filter(({ voter }) => /^0X0*5$/i.test(voter)).map(({ choice, vp }) => [choice, vp])).toEqual([['2', '8']])
  })

  it('a page out of order is refused: nobody could tell whether all were read', async () => {
    hub.faults.push(faults.body({ data: { votes: [toSaidVote('p', 1, '1', 1, 9), toSaidVote('p', 2, '1', 1, 8)] } }))
    await expect(open().readVotes('p')).rejects.toThrow(/out of order/)
  })
})

describe('proposals', () => {
  it('all of a space in short, and those that are named in full', async () => {
    hub.proposals.push(toSaidProposal('b', { created: 5 }), toSaidProposal('a', { created: 4 }), toSaidProposal('c', { created: 6, space: 'two.eth' }))
    const { readHeads, readProposals } = open()
    expect((await readHeads('one.eth')).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(await readProposals(['a'])).toMatchObject([{ id: 'a', quorum: '10', choices: ['For', 'Against', 'Abstain'], created: 4 }])
  })

  it('old ones lack what came later', async () => {
    const { quorumType: _, privacy: __, quorum: ___, scores_state: ____, ...old } = toSaidProposal('a', { type: null, body: null })
    hub.proposals.push(old)
    expect(await open().readProposals(['a'])).toMatchObject([{ id: 'a', type: null }])
  })

  it('one that nobody asked for is refused', async () => {
    hub.faults.push(faults.body({ data: { proposals: [{ ...toSaidProposal('z'), quorum: 10 }] } }))
    await expect(open().readProposals(['a'])).rejects.toThrow(/the proposal z, which was not asked for/)
  })
})

describe('what passes is asked again', () => {
  it.each([
    ['429, after so many seconds as it says', [faults.tooMany('23'), faults.tooMany('2')], [23_000, 7, 2_000, 7]],
    ['503, a cut body, half an answer', [faults.status(503), faults.cut, faults.half], [1_000, 7, 2_000, 7, 4_000, 7]],
    ['the hub’s own "request failed"', [faults.body({ errors: [{ message: 'request failed' }], data: { votes: null } })], [1_000, 7]],
  ])('%s', async (_, given, waits) => {
    hub.votes.push(toSaidVote('p', 1, '1'))
    hub.faults.push(...given)
    expect(await open().readVotes('p')).toHaveLength(1)
    expect(waited).toEqual(waits)
  })

  it('until a moment set as a date', async () => {
    hub.votes.push(toSaidVote('p', 1, '1'))
    hub.faults.push((response) => void response.writeHead(429, { date: 'Wed, 21 Oct 2026 07:28:00 GMT', 'retry-after': 'Wed, 21 Oct 2026 07:28:40 GMT' }).end())
    await open().readVotes('p')
    expect(waited[0]).toBe(40_000)
  })

  it('six times and no more', async () => {
    hub.faults.push(...Array.from({ length: 6 }, () => faults.status(502)))
    await expect(open().readVotes('p')).rejects.toThrow(/127\.0\.0\.1:\d+\) answers 502/)
    expect(hub.asked).toHaveLength(6)
  })

  it('but nobody waits for an hour', async () => {
    hub.faults.push(faults.tooMany('3600'))
    await expect(open().readVotes('p')).rejects.toThrow(/asks to wait 3600 s: run again later, it goes on where it was/)
    expect(hub.asked).toHaveLength(1)
  })
})

describe('what does not pass is told', () => {
  it.each([
    ['a question that it refuses', faults.body({ errors: [{ message: 'Cannot query field "votes"' }] }, 400), /refuses the question: Cannot query field "votes"\. Is SNAPSHOT_URL/],
    ['another shape', faults.body({ data: { votes: [{ id: 'x', voter: 'y', created: 'soon', choice: 1 }] } }), /something else than was asked: votes\.0\.created not a whole number/],
    ['a page of another site', faults.status(404, '<html>\n not found'), /answers 404 with what is no JSON, or was cut: <html> not found/],
    ['JSON of another kind', faults.body(['no'], 200), /no GraphQL answer/],
    ['a redirect', faults.body({}, 301), /answers 301: set SNAPSHOT_URL/],
  ])('%s', async (_, fault, message) => {
    hub.faults.push(fault)
    await expect(open().readVotes('p')).rejects.toThrow(message)
    expect(hub.asked).toHaveLength(1)
  })

  it('a machine that is not there', async () => {
    const ask = openHub({ url: 'http://127.0.0.1:9/graphql', wait: async () => undefined })
    await expect(openSnapshot(ask).readVotes('p')).rejects.toThrow(HubError)
  })

  it('an end of the work', async () => {
    const stop = new AbortController()
    stop.abort(new Error('stopped'))
    await expect(openSnapshot(openHub({ url: hub.url, signal: stop.signal })).readVotes('p')).rejects.toThrow('stopped')
    expect(hub.asked).toEqual([])
  })
})
