import { describe, expect, it } from 'vitest'
import { parseLabelList, type LabelListChoice } from './labelList'
import { readConfidence, readRoleWords } from './labelWords'

const one = `0x${'1'.repeat(40)}`
const two = `0x${'2'.repeat(40)}`
const mixed = '0x1F9840a85d5aF5bf1D1762F925BDADdC4201F984'
const token = { symbol: 'UNI', name: 'Uniswap', address: mixed.toLowerCase() as `0x${string}`, chainId: 1 }
const choice: LabelListChoice = { file: 'labels.csv', asOf: '2026-04-01', source: null, confidence: null, token }
const read = (text: string, changes: Partial<LabelListChoice> = {}) => parseLabelList(text, { ...choice, ...changes })
const rest = { origin: 'imported', file: 'labels.csv', entity: null, exclusion: null, source: 'file labels.csv', asOf: '2026-04-01', confidence: 'likely', kind: 'unknown' }

describe('what a label file says', () => {
  it('columns by their names, roles by their words', () => {
    const text = `Address,Name Tag,Category,Account kind,Owner,URL,Date,Confidence\n${mixed},"Binance 14",CEX,EOA,Binance,https://example.org/14,2026-03-05T10:00:00Z,0.95\n${one},Jump,"Market-Maker",,,,,\n`
    expect(read(text).statements).toEqual([
      { ...rest, address: mixed.toLowerCase(), name: 'Binance 14', role: 'exchange', entity: 'Binance', source: 'https://example.org/14', asOf: '2026-03-05', confidence: 'certain' },
      { ...rest, address: one, name: 'Jump', role: 'marketMaker' },
    ])
  })

  it('what the command says counts for rows that do not say it', () => {
    const { statements } = read(`address\tlabel\tconfidence\n${one}\tA\t\n${two}\tB\tlow\n`, { source: 'https://example.org/list', confidence: 'certain' })
    expect(statements).toMatchObject([{ source: 'https://example.org/list', confidence: 'certain' }, { confidence: 'guess' }])
  })

  it.each([
    ['an object by address', `{"${mixed}": {"name": "Binance 14", "labels": ["binance", "exchange"]}, "${one}": {"name": "A safe", "labels": ["Gnosis Safe"]}}`],
    ['an array of objects', `[{"address": "${mixed}", "name": "Binance 14", "labels": ["binance", "exchange"]}, {"address": "${one}", "name": "A safe", "labels": ["Gnosis Safe"]}]`],
    ['no header', `${mixed},Binance 14,binance;exchange\n${one},A safe,Gnosis Safe`],
  ])('as %s', (_, text) => {
    const list = read(text)
    expect(list.statements).toMatchObject([
      { address: mixed.toLowerCase(), name: 'Binance 14', role: 'exchange', kind: 'unknown' },
      { address: one, name: 'A safe', role: null, kind: 'multisig' },
    ])
    expect(list.unknownWords).toEqual([['binance', 1]])
  })

  it('an unknown word leaves the name alone, or is the name where there is none, and is told', () => {
    const list = read(`address,name,role\n${one},Ada,Wizard\n${two},,Wizard\n${mixed},Bob,Druid\n`)
    expect(list.statements).toMatchObject([{ name: 'Ada', role: null }, { name: 'Wizard', role: null }, { name: 'Bob', role: null }])
    expect(list.unknownWords).toEqual([['Wizard', 2], ['Druid', 1]])
  })

  it('rows of other tokens and chains are left out', () => {
    const text = `token,address,identity,exclusion_reason,chain\nAAVE,${one},A,because,Ethereum\nuni,${two},B,inert for governance,ethereum\nUNI,${mixed},C,because,Arbitrum\n`
    expect(read(text)).toMatchObject({ rows: 3, elsewhere: 2, statements: [{ address: two, name: 'B', role: null, exclusion: 'inert for governance' }] })
  })

  it('an account in two spellings that says the same is one', () => {
    expect(read(`address,name\n${mixed},A\n${mixed.toLowerCase()},A\n`)).toMatchObject({ rows: 2, repeated: 1, statements: [{ name: 'A' }] })
  })

  it('what somebody hides in a name is data: without what cannot be seen, and short', () => {
    const names = ['</script><svg onload=alert(1)>', '\u202egnp.exe', 'a\u0000\u001b[31mb', `'; drop table labels; --`, 'x'.repeat(10_000)]
    const text = JSON.stringify(names.map((name, index) => ({ address: `0x${String(index + 1).repeat(40)}`, name })))
    expect(read(text).statements.map(({ name }) => name)).toEqual(['</script><svg onload=alert(1)>', 'gnp.exe', 'a[31mb', `'; drop table labels; --`, `${'x'.repeat(119)}…`])
    expect(read(`address,name,role\n${one},A,"\u001b[2Jwizard"\n`).unknownWords).toEqual([['[2Jwizard', 1]])
  })
})

describe('what cannot be read is named by line and column', () => {
  it.each([
    ['', 'line 1: the file is empty'],
    ['address,name\n', 'line 1: there are no labels below the header'],
    ['rank,name\n1,A\n', 'line 1: no column is the address; the columns are "rank", "name"; call it "address"'],
    [`address,balance\n${one},3\n`, 'line 1: no column says who an account is; the columns are "address", "balance"; call one "name" or "role"'],
    [`${one},a,b,c\n`, 'line 1: there is no header row, and 4 columns'],
    [`address,name\n${one},A\n0x12,B\n`, 'line 3: column "address": "0x12" is not an address'],
    [`address,name,Date\n${one},A,2026-02-30\n`, 'line 2: column "Date": "2026-02-30" is no day'],
    [`address,name,sure\n${one},A,x\n${one},B,x\n`, `line 3: ${one} stands in line 2 already and is somebody else there`],
    [`address,name,confidence\n${one},A,150\n`, 'line 2: column "confidence": "150" is no confidence'],
    [`address,name,chain\n${one},A,Moon\n`, 'line 2: column "chain": "Moon" is no chain'],
    [`address,name,token\n${one},A,COMP\n`, 'line 2: none of the 1 rows is about UNI on chain 1'],
    [`address,name\n${one},\u200b\n`, `line 2: says nothing about ${one}`],
    [`address,name\n${one},"A\n`, 'line 2: a quote is opened here and never closed'],
    ['{"a": 1', 'line 1: begins like JSON and is none'],
  ])('%j', (text, says) => expect(() => read(text)).toThrow(says))
})

it.each([
  ['cold wallet', 'exchange'],
  ['Merkle-Distributor', 'distributor'],
  ['VoteEscrow', 'voteEscrow'],
  ['dao, multisig', 'treasury'],
  ['contract', null],
  ['[odd', null],
])('%j is the role %s', (cell, role) => expect(readRoleWords(cell).role).toBe(role))

it.each([['0.9', 'certain'], ['0.5', 'likely'], ['49%', 'guess'], ['High', 'certain'], ['1.5', null], ['', null]])('%j is the confidence %s', (cell, confidence) =>
  expect(readConfidence(cell)).toBe(confidence),
)
