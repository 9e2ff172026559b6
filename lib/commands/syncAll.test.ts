import { expect, it } from 'vitest'
import { saveProtocol } from '@/db/protocols'
import { loadNewestSnapshot } from '@/db/snapshots'
import { loadVotesDays, loadVotesSnapshot } from '@/db/votesSnapshots'
import { protocolSchema } from '@/lib/domain/protocol'
import { openFollowedChain } from '@/tests/followedChain'
import { ann, bob, toToken } from '@/tests/sourceChain'
import { toVotesContract } from '@/tests/votesChain'
import { syncAll } from './syncAll'

const followed = openFollowedChain()

it('takes votes with the snapshots; where they cannot be told, that is a failure that loses nothing else', async () => {
  const { chain, reader, token, other } = followed.world
  const { database } = followed
  chain.send(ann, token, 'delegate', [bob])
  await chain.mine(chain.timestamp + 86_400)
  await chain.mine(chain.timestamp + 86_400)
  for (let block = 0; block < 2; block++) await chain.mine(chain.timestamp + 12)
  const toProtocol = (slug: string, { address }: typeof token, source: string, votes: typeof token) =>
    protocolSchema.parse({ slug, name: slug, category: 'lending', website: 'https://example.org/', token: toToken(address), governance: { votes: [toVotesContract(source, votes.address)] } })
  const told = await saveProtocol(database, toProtocol('told', token, 'delegatedVotes', token), 0)
  // Its votes would hang on what accounts hold of a token whose ledger is another protocol's.
  const untold = await saveProtocol(database, toProtocol('untold', other, 'aaveVotes', token), 1)
  const said: string[] = []
  const reporter = { say: (line: string) => said.push(line), progress: () => undefined, rest: () => undefined }
  const failures = await syncAll({ chains: { protocols: [untold, told], readers: new Map([[31337, reader]]) }, database, reporter, steps: ['sync', 'snapshot'] })

  expect(failures).toEqual([`untold: votes of aaveVotes: they hang on what accounts hold of ${token.address}, and its ledger is not kept`])
  expect(said).toContain(failures[0])
  expect((await loadNewestSnapshot(database, untold.tokenId))?.audit?.status).toBe('passed')
  expect(said.find((line) => line.startsWith('told: votes'))).toContain('votes of 1 delegate, 1 day of their history')
  expect(await loadVotesSnapshot(database, 'told')).toMatchObject({ delegates: [{ delegate: bob, votes: 10_000n, delegators: 1, own: 0n }] })
  // Ann delegated on the second day of the story; the third has not ended.
  expect((await loadVotesDays(database, 'told')).map(({ day, origin }) => [day, origin])).toEqual([['2024-01-02', 'ledger'], ['2024-01-03', 'chain']])

  // Without the log that says so Bob has no votes; his own contract says since when he has.
  const { rows } = await database.pool.query<{ block: string }>('delete from event_logs where octet_length(topics) = 64 returning block_number as block')
  const again = () => syncAll({ chains: { protocols: [told], readers: new Map([[31337, reader]]) }, database, reporter, steps: ['sync', 'snapshot'] })
  expect(await again()).toEqual([expect.stringMatching(new RegExp(`^told: votes at block \\d+: 1 of 4 asked accounts .*It went wrong in block ${rows[0]!.block}: all of it is read again$`))])
  expect(said.at(-1)).toMatch(/is read again, by the next "lorenz sync"\.$/)
  expect(await again()).toEqual([])
  expect(await loadVotesSnapshot(database, 'told')).toMatchObject({ delegates: [{ delegate: bob, votes: 10_000n }], audit: { status: 'passed' } })
})
