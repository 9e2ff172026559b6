import { expect, it } from 'vitest'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { openPublished } from '@/tests/openPublished'
import { hostileAccount, wrapperAccount } from '@/tests/publishedProtocol'
import { GET } from './[[...path]]/route'

openPublished()

interface Row {
  address: string
  balance_raw: string
  ways: { contracts: { address: string; name: string }[]; merged: boolean; amount_raw: string }[] | null
}

async function readHolders(query: string): Promise<Row[]> {
  const response = await GET(new Request(`http://localhost/api/v1/protocols/made-up/holders${query}`))
  expect(response.status).toBe(200)
  return ((await response.json()) as { data: Row[] }).data
}

it('says by which contracts what a holder owns came, to the smallest unit, on every page', async () => {
  const [first] = await readHolders('?limit=1')
  const rows = await readHolders('')
  expect(first).toEqual(rows[0])
  for (const { balance_raw, ways } of rows) expect(ways!.reduce((sum, { amount_raw }) => sum + BigInt(amount_raw), 0n)).toBe(BigInt(balance_raw))
  const own = rows.find(({ address }) => address === toChecksumAddress(hostileAccount))!
  // The one contract that holds the token for others, and its own wallet, in which the most lies.
  expect(own.ways!.map(({ contracts }) => contracts)).toEqual([[], [{ address: toChecksumAddress(wrapperAccount), name: 'Wrapper =1+1' }]])
})

it('says nothing of ways where the lens does not look through', async () => {
  expect((await readHolders('?lens=circulating')).every(({ ways }) => ways === null)).toBe(true)
})

it('joins addresses by the rules that are asked for', async () => {
  const rows = await readHolders('?lens=raw-entities')
  const joined = await readHolders('?lens=raw-entities&rules=safeOwners')
  const sum = (list: Row[]) => list.reduce((total, { balance_raw }) => total + BigInt(balance_raw), 0n)
  expect([joined.length, sum(joined)]).toEqual([rows.length - 1, sum(rows)])
})
