import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { toCast } from '@/lib/demo/cast'
import { verdicts, type Verdict } from '@/lib/domain/finding'
import type { Text } from '@/lib/domain/text'
import { theses } from '@/lib/findings/registry'
import { openPages } from './openPages'

const { lorenz, browse } = openPages()

/** What a page says, paragraph by paragraph and row by row, to somebody without JavaScript. */
const readPage = (path: string): Promise<{ paragraphs: string[]; rows: string[] }> =>
  browse({ javaScriptEnabled: false }, async (open) => {
    const page = await open(path)
    return { paragraphs: await page.locator('main p').allInnerTexts(), rows: await page.locator('main tr').allInnerTexts() }
  })

// What each story is, and its figures by hand, stands in lib/demo/governanceStories.ts.
it.each([
  { title: 'A hosting contract for Polar Compute', says: /^Polar Compute alone could have turned this outcome\.$/ },
  { title: 'A second hosting contract for Polar Compute', says: /^Demo campaigner alone could have turned this outcome/ },
  { title: 'Pay for an audit', says: /^Not even all who voted, together, could have turned this outcome\. 0x\w{4}…\w{4}, who had votes and cast none or not all, could have\.$/ },
  // 3,200,000 of 4,400,000: 8/11.
  { title: 'Rewards for the pool, one more season', says: /72\.7% of the votes for it/ },
])('the demo’s story is found on its page: $title', async ({ title, says }) => {
  const { data } = (await (await fetch(`${lorenz.address}/api/v1/protocols/demo-compute/proposals?limit=100`)).json()) as { data: { proposal: string; title: string }[] }
  const { paragraphs } = await readPage(`/protocols/demo-compute/proposals/${data.find((one) => one.title === title)!.proposal}`)
  expect(paragraphs.filter((text) => says.test(text))).toHaveLength(1)
})

it('power gathered the week before is told on the page Power', async () => {
  const { rows } = await readPage('/protocols/demo-compute/power')
  // 1,950,000 votes more than a week before, and that decided it.
  expect(rows.filter((row) => row.includes('A second hosting contract for Polar Compute') && row.includes('Demo campaigner'))).toEqual([expect.stringMatching(/1,950,000[^]*yes, the 7 days/)])
})

it('who is large in several protocols is found on the page of superusers, and on their own', async () => {
  const found = parse(await (await fetch(`${lorenz.address}/charts/all/superusersTable.csv`)).text(), { columns: true }) as Record<string, string>[]
  const of = (address: string) => found.find((row) => row.address!.toLowerCase() === address)
  const cast = toCast('lorenz', 1_000)
  // The first two whales take the largest parts of Demo Swap, and are second and third of Demo Lend's: lib/demo/characters.ts.
  for (const whale of cast.whales.slice(0, 2)) for (const protocol of ['demo_swap', 'demo_lend']) expect(Number(of(whale)?.[`rank_in_${protocol}`]), `${whale} in ${protocol}`).toBeLessThanOrEqual(10)
  // Demo Ventures are the first two investors, who never move what they have of Demo Compute, 1,800,000 over their place: 1,800,000 + 900,000.
  const ventures = [...cast.investors.slice(0, 2)].sort()[0]!
  expect(of(ventures)?.protocols_hundred).toBe('3')
  const { data } = (await (await fetch(`${lorenz.address}/api/v1/accounts/${ventures}`)).json()) as { data: { holdings: { protocol: string; counted: { balance: string; rank: number } | null }[] } }
  expect(data.holdings.find(({ protocol }) => protocol === 'demo-compute')?.counted).toMatchObject({ balance: '2700000', rank: Number(of(ventures)!.rank_in_demo_compute) })
  // Both are large in Demo Swap's pair and in its v3 pool (lib/demo/liquidityProviders.ts, positions.ts); whoever deploys all opens every protocol's pair (deployExchanges.ts).
  for (const [provider, pools] of [[cast.whales[0]!, 2], [cast.whales[1]!, 2], [cast.deployer, 3]] as const) {
    expect(Number(of(provider)?.pools_large_in), provider).toBeGreaterThanOrEqual(pools)
    expect(of(provider)?.pools_currency).toBe('dollar')
  }
  // An exchange is large everywhere, and is nobody.
  expect(found.filter(({ address }) => address!.toLowerCase() === cast.exchange)).toEqual([])
  const { rows } = await readPage('/superusers')
  expect(rows.filter((row) => row.includes('Demo Ventures') && !row.includes('–'))).not.toEqual([])
  const { paragraphs } = await readPage(`/accounts/${ventures}`)
  expect(paragraphs).toContainEqual(expect.stringMatching(/^Superuser, place \d+ of \d+: among the 100 largest holders of Demo Swap, Demo Lend, Demo Compute\./))
})

it('a contract that one key can replace is told on the page Keys', async () => {
  const { rows } = await readPage('/protocols/demo-compute/control')
  expect(rows.filter((row) => row.includes('Demo Compute price reporters') && row.includes('replace its code'))).toEqual([expect.stringMatching(/1 signature\b[^]*at once[^]*Demo team member 1/)])
  expect(rows.filter((row) => row.includes('Demo Compute providers') && row.includes('replace its code'))).toEqual([expect.stringMatching(/3 signatures/)])
})

it('every claim stands on its page as programs are told it, and with each protocol', async () => {
  interface Claim { statement: Text; overall: { reason: Text }; subjects: { kind: string; id: string; name: Text; reason: Text; verdict: Verdict }[] }
  const { data } = (await (await fetch(`${lorenz.address}/api/v1/findings`)).json()) as { data: Claim[] }
  expect(data).toHaveLength(theses.length)
  const [page, own] = [await readPage('/paradox'), await readPage('/protocols/demo-compute/findings')]
  for (const { statement, overall, subjects } of data) {
    expect(page.paragraphs).toContain(statement.en)
    expect(page.paragraphs).toContain(overall.reason.en)
    for (const { name, reason, verdict } of subjects) expect(page.rows.filter((row) => row.includes(name.en) && row.includes(verdicts[verdict].en) && row.includes(reason.en)), statement.en).not.toEqual([])
    for (const { reason } of subjects.filter(({ kind, id }) => kind === 'protocol' && id === 'demo-compute')) expect(own.paragraphs.filter((text) => text.startsWith(reason.en)), statement.en).not.toEqual([])
  }
})
