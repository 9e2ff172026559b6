import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { ColumnChoice } from './findColumns'
import { parseHolderList } from './holderList'
import { ListError } from './listError'
import { toListText } from './listText'

const timelock = '0x1a9C8182C09F50C8318d769245beA52c32BE35BC'
const dead = '0x000000000000000000000000000000000000dEaD'
const third = '0xf977814e90da44bfa03b6295a0616a897441acec'
const lower = (account: string) => account.toLowerCase()

/** Amounts in units of the list's last decimal place. */
const read = (text: string, choice?: ColumnChoice) => {
  const list = parseHolderList(text, choice)
  return { ...list, claims: list.claims.map(({ account, amount }) => [account, amount]) }
}
const both = [
  [lower(timelock), 15n],
  [lower(dead), 5n],
]
const problemOf = (text: string, choice?: ColumnChoice) => {
  try {
    parseHolderList(text, choice)
  } catch (error) {
    if (error instanceof ListError) return error.message
    throw error
  }
  throw new Error('the list was read')
}

describe('exports', () => {
  it('Etherscan: quotes, CRLF, a third column, small balances with an exponent', () => {
    const text = `"HolderAddress","Balance","PendingBalanceUpdate"\r\n"${timelock}","1,264,634.29","No"\r\n"${dead}","5e-09","No"\r\n`
    expect(read(text)).toEqual({ rows: 2, decimals: 9, claims: [[lower(timelock), 1264634290000000n], [lower(dead), 5n]] })
  })

  it('Blockscout: CSV, and its API', () => {
    expect(read(`HolderAddress,Balance\n${timelock},1.5\n${dead},0.5\n`).claims).toEqual(both)
    const api = { items: [{ address: { hash: timelock, name: 'Timelock', is_contract: true }, token_id: null, value: '15' }, { address: { hash: dead }, value: '5' }], next_page_params: null }
    expect(read(JSON.stringify(api, null, 2)).claims).toEqual(both)
  })

  it("Etherscan's API, and Dune's", () => {
    const etherscan = { status: '1', message: 'OK', result: [{ TokenHolderAddress: timelock, TokenHolderQuantity: '15' }, { TokenHolderAddress: dead, TokenHolderQuantity: '5' }] }
    expect(read(JSON.stringify(etherscan)).claims).toEqual(both)
    const dune = `{"state": "QUERY_STATE_COMPLETED", "result": {"rows": [{"rank": 1, "wallet": "${timelock}", "balance": 1.5}, {"rank": 2, "wallet": "${dead}", "balance": 0.5}]}}`
    expect(read(dune).claims).toEqual(both)
  })

  it('Dune: a rank before, a price and a share behind', () => {
    expect(read(`rank,holder,uni_balance,balance_usd,share_pct\n1,${timelock},1.5,12.9,75\n2,${dead},0.5,4.3,25\n`).claims).toEqual(both)
  })

  it('a list with rank, share and token behind the balance', () => {
    expect(read(`address,balance,rank,share,token\n${timelock},1.5,1,0.75,UNI\n${dead},.5,2,0.25,UNI\n`).claims).toEqual(both)
  })

  it('a claim list in wei, with an index first', () => {
    const text = `index,address,amount_wei,flags\n0,${timelock},400000000000000000001,isLP|isUser\n1,${dead},5988626491000000000000,isUser\n`
    expect(read(text)).toMatchObject({ decimals: 0, claims: [[lower(timelock), 400000000000000000001n], [lower(dead), 5988626491000000000000n]] })
  })

  it('delegates with their votes', () => {
    const text = `symbol,address,ens,name,votes_count,delegators_count\nUNI,${timelock},a.eth,"Smith, Jo",15,400\nUNI,${dead},,,5,2\n`
    expect(read(text).claims).toEqual(both)
  })
})

describe('plain lists', () => {
  it('without a header', () => {
    expect(read(`${timelock},1.5\n${dead},0.5`).claims).toEqual(both)
    expect(read(`15,${timelock}\n5,${dead}`).claims).toEqual(both)
  })

  it('without a header, with ranks before and shares behind', () => {
    expect(read(`1,${timelock},1.5,0.75\n2,${dead},0.5,0.25`).claims).toEqual(both)
    expect(read(`${timelock},1,1.5\n${dead},2,0.5`).claims).toEqual(both)
  })

  it('numbers that count up are the amount where there is no other', () => {
    expect(read(`${timelock},1\n${dead},2`).claims).toEqual([[lower(timelock), 1n], [lower(dead), 2n]])
  })

  it('with tabs, semicolons and bars; a comma within a number is none between columns', () => {
    expect(read(`address\tbalance\n${timelock}\t1.5\n${dead}\t0.5`).claims).toEqual(both)
    expect(read(`${timelock};1,234,567.5\n${dead};0.5`).claims).toEqual([[lower(timelock), 12345675n], [lower(dead), 5n]])
    expect(read(`Account|Amount\n${timelock}|1.5\n${dead}|0.5`).claims).toEqual(both)
  })

  it('blank lines, spaces, blank columns at the end, a last line without an end', () => {
    expect(read(`\n  \naddress , balance,\n\n ${timelock} , 1.5 ,\n,,\n${dead},0.5,,`).claims).toEqual(both)
  })

  it('quotes within quotes, and a line break within quotes', () => {
    expect(read(`name,address,balance\n"the ""big"" one,\nsince 2020",${timelock},"1.5"\n"",${dead},0.5\n`).claims).toEqual(both)
  })

  it('UTF-16, as spreadsheets write it, BOM, and gzip by its first bytes', async () => {
    const text = `address\tbalance\n${timelock}\t1.5\n${dead}\t0.5\n`
    expect(await toListText(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))).toBe(text)
    expect(await toListText(Buffer.from(`\ufeff${text}`))).toBe(text)
    expect(await toListText(gzipSync(`\ufeff${text}`))).toBe(text)
    const packed = gzipSync(text)
    await expect(toListText(packed.subarray(0, packed.length - 12))).rejects.toThrow(/gzip data are damaged/)
    await expect(toListText(Buffer.concat([packed.subarray(0, 12), Buffer.alloc(40, 7)]))).rejects.toThrow(/gzip data are damaged/)
  })
})

describe('accounts and amounts', () => {
  it('one account in two cases is one account', () => {
    const list = read(`address,balance\n${timelock},1\n${dead},0.5\n${lower(timelock)},0.5\n`)
    expect(list).toEqual({ rows: 3, decimals: 1, claims: both })
  })

  it('up to 18 places, beside integers, on one scale', () => {
    expect(read(`address,balance\n${timelock},1\n${dead},0.000000000000000001\n${third},2.50`)).toEqual({
      rows: 3,
      decimals: 18,
      claims: [[lower(timelock), 10n ** 18n], [lower(dead), 1n], [third, 25n * 10n ** 17n]],
    })
  })

  it('JSON numbers keep every digit', () => {
    expect(read(`{"${timelock}": 149999999975656000000000001, "${dead}": 5e-09}`)).toEqual({
      rows: 2,
      decimals: 9,
      claims: [[lower(timelock), 149999999975656000000000001n * 10n ** 9n], [lower(dead), 5n]],
    })
  })

  it('JSON: object, array of objects, array of pairs; two cases merged', () => {
    expect(read(`{"${timelock}": "1", "${lower(timelock)}": "0.5", "${dead}": 0.5}`)).toEqual({ rows: 3, decimals: 1, claims: both })
    expect(read(`[{"address": "${timelock}", "balance": "1.5"}, {"address": "${dead}", "balance": "0.5"}]`).claims).toEqual(both)
    expect(read(`[["${timelock}", 1.5], ["${dead}", 0.5]]`).claims).toEqual(both)
  })
})

describe('chosen columns', () => {
  const text = `from,to,in,out\n${timelock},${dead},15,7\n${dead},${third},5,9\n`
  it('by name, in any spelling, or by number', () => {
    expect(read(text, { address: 'From', amount: 'in' }).claims).toEqual(both)
    expect(read(text, { address: '1', amount: '3' }).claims).toEqual(both)
    expect(read(`${timelock},1,15\n${dead},2,5`, { amount: '3' }).claims).toEqual(both)
  })
  it('says which there are', () => {
    expect(problemOf(text, { address: 'who', amount: 'in' })).toBe('line 1: no address column "who"; the columns are "from", "to", "in", "out"')
    expect(problemOf(`${timelock},15`, { amount: 'balance' })).toMatch(/^line 1: no amount column "balance"; there is no header row, only columns 1 to 2/)
  })
})

describe('errors name the line', () => {
  it.each([
    ['an empty file', '', 'line 1: the list is empty'],
    ['blank lines alone', '\n \r\n', 'line 1: the list is empty'],
    ['a header alone', 'address,balance\n', 'line 1: there are no holders below the header'],
    ['no address column', 'name,balance\nAlice,5\n', 'line 1: no address column found; the columns are "name", "balance"; choose with --address-column'],
    ['no amount column', `address,name\n${timelock},Timelock\n`, 'line 1: no amount column found; the columns are "address", "name"; choose with --amount-column'],
    ['addresses alone', `${timelock}\n${dead}\n`, 'line 1: no amount column found; there is no header row, only columns 1 to 1; choose with --amount-column'],
    ['prices and shares alone', `address,usd_value,share\n${timelock},5,0.1\n`, /^line 1: no amount column found/],
    ['two amounts', `address,locked_amount,free_amount\n${timelock},5,1\n`, /^line 1: more than one column could be the amount/],
    ['two addresses', `from,to,amount\n${timelock},${dead},5\n`, /^line 1: more than one column could be the address/],
    ['a negative amount', `address,balance\n${timelock},5\n${dead},-5\n`, 'line 3: "-5" is negative, and nobody can hold less than nothing'],
    ['an unreadable amount', `address,balance\n${timelock},5\n\n${dead},lots\n`, /^line 4: "lots" is not an amount/],
    ['an empty amount', `address,balance\n${timelock},\n`, /^line 2: "" is empty where an amount should stand/],
    ['a row that ends early', `address,balance\n${timelock},5\n${dead}\n`, /^line 3: "" is empty/],
    ['a decimal comma', `address;balance\n${timelock};1234,5\n`, /^line 2: "1234,5" is not an amount: a comma/],
    ['a comma in a number without quotes', `address,balance\n${timelock},5\n${dead},1,234.5\n`, /^line 3: has 3 columns where the first row has 2; a comma within a number/],
    ['a name instead of an address', `address,balance\nvitalik.eth,5\n`, 'line 2: "vitalik.eth" is not an address (0x and 40 hexadecimal digits)'],
    ['a broken first holder is no header', `0x123,5\n${timelock},5\n`, /^line 1: "0x123" is not an address/],
    ['a sum at the end', `address,balance\n${timelock},5\nTotal,5\n`, /^line 3: "Total" is not an address/],
    ['a line after a cell of two lines', `address,name,balance\n${timelock},"a\nb",5\n${dead},c,-1\n`, /^line 4: "-1" is negative/],
    ['a quote that is never closed', `address,balance\n${timelock},5\n"${dead},5\n`, 'line 3: a quote is opened here and never closed'],
    ['broken JSON', `{\n  "${timelock}": "5",\n  "${dead}" "5"\n}`, /^line 3: begins like JSON and is none/],
    ['JSON that ends early', `{\n  "${timelock}": "5",\n`, /^line 3: begins like JSON and is none/],
    ['a negative amount in JSON', `{\n  "${timelock}": "5",\n  "${dead}": -5\n}`, /^line 3: "-5" is negative/],
    ['no address in JSON', `{\n  "${timelock}": 5,\n  "Alice": 5\n}`, /"Alice" is not an address/],
    ['a nested amount in JSON', `{"${timelock}": {"amount": 5}}`, /^line 1: .* is not an amount/],
    ['a null amount in JSON', `[\n{"address": "${timelock}", "balance": 1},\n{"address": "${dead}", "balance": null}]`, /^line 3: "" is empty/],
    ['an empty object', '{}', 'line 1: there are no holders below the header'],
    ['an empty array', '[]', 'line 1: the list is empty'],
    ['the same JSON key twice', `{"${timelock}": 5,\n"${dead}": 1,\n"${timelock}": 6}`, /^line 3: the same key stands twice/],
  ])('%s', (_, text, message) => {
    if (typeof message === 'string') expect(problemOf(text)).toBe(message)
    else expect(problemOf(text)).toMatch(message)
  })
})
