import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readProposalWord, toProposalWord, type ProposalName } from './proposalWord'

const governor = `0x${'ab'.repeat(20)}`

describe('a proposal as a word', () => {
  it.each<[ProposalName, string]>([
    [{ origin: 'chain', place: governor, key: '42' }, `${governor}-42`],
    [{ origin: 'chain', place: governor, key: '9'.repeat(78) }, `${governor}-${'9'.repeat(78)}`],
    [{ origin: 'offChain', place: 'uniswap', key: `0x${'1f'.repeat(32)}` }, `offChain-uniswap-0x${'1f'.repeat(32)}`],
    // '-' is 2d, '/' is 2f, '.' in a key 2e: a file's ending behind it must stay one.
    [{ origin: 'imported', place: 'my-dao/votes.csv', key: 'a.csv' }, 'imported-my_2d_dao_2f_votes.csv-a_2e_csv'],
  ])('%o', (name, word) => {
    expect(toProposalWord(name)).toBe(word)
    expect(readProposalWord(word)).toEqual(name)
  })

  it('tells the same number of two Governors, and of other places, apart', () => {
    const names = [{ origin: 'chain', place: governor, key: '1' }, { origin: 'chain', place: governor.replace('a', 'c'), key: '1' }, { origin: 'offChain', place: governor, key: '1' }, { origin: 'imported', place: governor, key: '1' }] as const
    expect(new Set(names.map(toProposalWord)).size).toBe(4)
  })

  it('takes an address in any case', () => expect(readProposalWord(`0x${'AB'.repeat(20)}-42`)?.place).toBe(governor))

  it.each(['', '42', 'a-', '-42', 'a-b-c', 'onChain-a-1', 'a/b-1', 'a_0_-1', 'a_ffffff_-1', 'x'.repeat(300) + '-1'])('is none: %s', (word) => expect(readProposalWord(word)).toBeNull())

  it('comes back from whatever it was', () => {
    const text = fc.string({ minLength: 1, maxLength: 15, unit: 'binary' }).filter((each) => !each.includes('\0') && !/\p{Surrogate}/u.test(each))
    fc.assert(fc.property(fc.constantFrom('offChain' as const, 'imported' as const), text, text, (origin, place, key) => {
      const word = toProposalWord({ origin, place, key })
      expect(word).toMatch(/^[A-Za-z0-9._-]+$/)
      expect(readProposalWord(word)).toEqual({ origin, place, key })
    }))
  })
})
