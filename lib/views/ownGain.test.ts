import { expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { OwnGain } from '@/lib/governance/ownGain'
import { ownGainSentence, ownGainTable, ownGainVotersTable, proposalGainSentence, toMissingText, type ProposalGain } from './ownGain'

const toAddress = (pair: string) => `0x${pair.repeat(20)}` as Address
const [token, rewards, vault, ann, bob] = ['a1', 'b1', 'b2', 'c1', 'c2'].map(toAddress) as [Address, Address, Address, Address, Address]
const dcmp = { address: token, symbol: 'DCMP', decimals: 2 }
const called = new Map<Address, string>([[rewards, 'Liquidity rewards'], [vault, 'The vault'], [ann, 'Ann']])
const names = { nameOf: (account: Address) => called.get(account) ?? account, displayAddress: (address: Address) => address }

const evidence = [
  { call: 1, target: token, calls: 'transfer(address,uint256)', how: 'argument', place: 1 },
  { call: 2, target: rewards, calls: '0x3c6b16ab', how: 'target', place: null },
] as const
// 3,200,000 of 4,400,000 are 8/11: 72.7 %
const gain: OwnGain = {
  inFavour: 440_000_000n, byPosition: 320_000_000n, byPayment: 0n, together: 320_000_000n,
  voters: [{ voter: ann, votes: 180_000_000n, through: [rewards], paid: false }, { voter: bob, votes: 140_000_000n, through: [rewards], paid: true }],
  touched: [{ contract: rewards, evidence, owners: 40 }], payments: [], unread: [],
}
const one = (more: Partial<OwnGain> = {}, title = 'Rewards for the pool'): ProposalGain => ({
  proposal: { origin: 'chain', place: toAddress('dd'), key: '7', title, state: 'executed', closes: Date.UTC(2025, 8, 21) / 1000 }, gain: { ...gain, ...more }, block: { number: 5, timestamp: null },
})
const texts = (rows: readonly (readonly { text: string }[])[]) => rows.map((row) => row.map(({ text }) => text))
const spaced = (text: string) => text.replaceAll('\u00a0', ' ')

it('says of one proposal which share, by what evidence, in both languages', () => {
  expect(proposalGainSentence(one(), dcmp, names, 'en')).toBe(
    '72.7% of the votes for it (3,200,000 of 4,400,000 DCMP) were cast by accounts with something in what it touches, or that it pays. ' +
      'What its calls touch: Liquidity rewards: call 1 (transfer(address,uint256)) has it as argument 1, call 2 (0x3c6b16ab) is made to it.',
  )
  expect(spaced(proposalGainSentence(one(), dcmp, names, 'de'))).toBe(
    '72,7 % der Ja-Stimmen (3.200.000 von 4.400.000 DCMP) kamen von Konten mit einer Position in dem, was der Vorschlag berührt, oder die er bezahlt. ' +
      'Was die Aufrufe berühren: Liquidity rewards: Aufruf 1 (transfer(address,uint256)) nennt es als Argument 1, Aufruf 2 (0x3c6b16ab) geht dorthin.',
  )
})

it('says what is not told, and what is not the case', () => {
  const untold = { touched: [{ contract: vault, evidence: [], owners: null }], unread: [2, 3] }
  expect(toMissingText(untold, names, 'en')).toBe('what call 2, 3 changes; for whom The vault holds')
  expect(toMissingText(gain, names, 'en')).toBeNull()
  expect(proposalGainSentence(one({ inFavour: 0n, together: 0n, touched: [] }), dcmp, names, 'en')).toBe('Nobody voted for it.')
  expect(proposalGainSentence(one({ together: 0n, touched: [], unread: [1] }), dcmp, names, 'en')).toBe('Its calls name no contract that holds for others here, and pay nobody. Not told: what call 1 changes.')
})

it('names whom a proposal pays, and how many more', () => {
  const pay = (payee: Address, asset: Address | null, amount: bigint) => ({ payee, asset, amount, evidence: { call: 1, target: asset ?? payee, calls: null, how: 'target', place: null } as const })
  const payments = [pay(ann, token, 12_345n), pay(ann, null, 10n ** 18n), pay(ann, vault, 1n), pay(bob, token, 1n), pay(bob, token, 1n)]
  const [row] = texts(ownGainTable([one({ touched: [], payments })], dcmp, names, 'en').rows)
  expect(row![7]).toBe('call 1 pays 123.45 DCMP to Ann; call 1 pays 1 ether to Ann; call 1 pays The vault to Ann; 2 more payments')
})

it('has a row for each proposal, and no share where nobody voted for it', () => {
  const { rows } = ownGainTable([one(), one({ inFavour: 0n, byPosition: 0n, together: 0n }, 'Stickers')], dcmp, names, 'en')
  expect(texts(rows).map((row) => row.slice(0, 7))).toEqual([
    ['Rewards for the pool', 'executed', '21 Sept 2025', '4,400,000', '72.7%', '0.0%', '72.7%'],
    ['Stickers', 'executed', '21 Sept 2025', '0', 'nothing', 'nothing', 'nothing'],
  ])
  expect(rows[0]!.map(({ value }) => value).slice(3, 5)).toEqual(['4400000', 8 / 11])
})

it('lists the voters with how each is concerned', () => {
  expect(texts(ownGainVotersTable(gain, dcmp, names, 'en').rows)).toEqual([
    ['Ann', '1,800,000', '40.9%', 'has a position in Liquidity rewards'],
    [bob, '1,400,000', '31.8%', 'has a position in Liquidity rewards; is paid'],
  ])
})

it('counts the proposals and names the one with the largest share', () => {
  const none = one({ byPosition: 0n, together: 0n }, 'Fees')
  expect(ownGainSentence([none, one({ together: 1n }, 'Little'), one()], 'en')).toBe(
    'Accounts with something in what a proposal touches, or that it pays, voted for it at 2 of 3 proposals that anybody voted for. The largest share, 72.7%, is that of “Rewards for the pool”.',
  )
  expect(ownGainSentence([none], 'de')).toBe('Bei 0 von 1 Vorschlag mit Ja-Stimmen kamen Ja-Stimmen von betroffenen Konten.')
})
