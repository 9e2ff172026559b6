import { describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { insiderRoles, type CohortMonth, type CohortStudy, type InsiderRole, type Payout } from '@/lib/domain/cohorts'
import { arrivalTenths, toTenthSizes } from './arrivalTenths'
import { toCohortNotes } from './cohortNotes'
import { cohortShares } from './cohortShares'
import { cohortsOverTime, cohortsOverTimeSentence, toCohortMoments } from './cohortsOverTime'
import { cohortsSentence, cohortsTable, toCohortRows } from './cohortsTable'
import { earlyHolders } from './earlyHolders'
import { insidersOverTime } from './insidersOverTime'
import { payoutsKept } from './payoutsKept'
import { payoutsSentence, payoutsTable } from './payoutsTable'
import { toVestingMonths, vestingPaid } from './vestingPaid'

const token = { symbol: 'DSWP', decimals: 0 }
const ofRoles = <Value>(value: (role: InsiderRole) => Value) => Object.fromEntries(insiderRoles.map((role) => [role, value(role)])) as Record<InsiderRole, Value>
const month = (day: string, cohorts: readonly bigint[], tenths: readonly bigint[], facts: Partial<CohortMonth> = {}): CohortMonth => ({ day, block: 7, held: 200n, cohorts, tenths, firstHundred: 80n, firstPercent: 20n, ...facts })
const tenthsOf = (first: bigint, last: bigint) => [first, 10n, 10n, 10n, 10n, 0n, 0n, 0n, 0n, last]

/** Six quarters: the first brought 30 of 60 receivers. At the end they hold 50 of 200, and the first tenth of all 40. */
const study: CohortStudy = {
  receivers: 60, leftOut: 5, gaps: [],
  cohorts: ['2023-01-15', '2023-04-15', '2023-07-15', '2023-10-15', '2024-01-15', '2024-04-15'].map((from, place, all) => ({ from, to: all[place + 1] ?? '2024-05-31', receivers: place === 0 ? 30 : 6, holders: place === 0 ? 12 : 3 })),
  months: [
    month('2023-01-31', [200n, 0n, 0n, 0n, 0n, 0n], tenthsOf(100n, 60n)),
    month('2023-02-28', [200n, 0n, 0n, 0n, 0n, 0n], tenthsOf(80n, 80n)),
    month('2024-05-31', [50n, 20n, 20n, 20n, 40n, 50n], tenthsOf(40n, 120n), { held: 220n }),
  ],
  insiders: { ...ofRoles(() => 0), team: 2, treasury: 1, vesting: 3 },
  insiderMonths: [
    { day: '2023-01-31', block: 7, supply: 400n, byRole: { ...ofRoles(() => 0n), treasury: 200n, vesting: 100n }, paidOut: 0n },
    { day: '2023-02-28', block: 8, supply: 400n, byRole: { ...ofRoles(() => 0n), team: 20n, treasury: 200n, vesting: 60n }, paidOut: 40n },
    { day: '2023-03-31', block: 9, supply: 400n, byRole: { ...ofRoles(() => 0n), team: 20n, treasury: 160n, vesting: 40n }, paidOut: 20n },
  ],
  payouts: [],
}
const payout: Payout = {
  address: `0x${'a'.repeat(40)}` as Address, name: 'Airdrop', proof: 'claims', paidOut: 120n, receivers: 20, received: 100n, leftOut: 1, holdAll: 3, holdPart: 2, holdNothing: 15,
  months: [{ day: '2023-01-31', block: 7, receivers: 10, holders: 10, received: 50n, kept: 45n }, { day: '2023-02-28', block: 8, receivers: 20, holders: 5, received: 100n, kept: 18n }],
}

describe('who came first', () => {
  it('is cut into tenths as its places are', () => {
    // Places 0 to 24: the nth is in tenth ⌊10 n / 25⌋, so 0, 1, 2 in the first, 3, 4 in the second.
    expect(toTenthSizes(25)).toEqual([3, 2, 3, 2, 3, 2, 3, 2, 3, 2])
    expect(toTenthSizes(7)).toEqual([1, 1, 1, 0, 1, 1, 0, 1, 1, 0])
  })

  it('stands in tenths, the first on top, beside their share of the receivers', () => {
    const chart = arrivalTenths(study, 'DSWP', ['note'], 'en')!
    // 40 of 200, 120 of 200, and 40 + 4 × 10 = 80 of 200.
    expect(chart.sentence).toBe('Of 60 accounts that ever received any, the first tenth hold 20.0% today, the last tenth 60.0%, and the earlier half 40.0%.')
    expect(chart.x.categories?.slice(0, 3)).toEqual(['First tenth to come', '2nd', '3rd'])
    expect(chart.series.map(({ points }) => [points[0]!.y, points[9]!.y])).toEqual([[0.2, 0.6], [0.1, 0.1]])
    expect(arrivalTenths(study, 'DSWP', [], 'de')!.sentence).toBe('Von 60 Konten, die je etwas empfangen haben, hält das erste Zehntel heute 20,0\u00a0%, das letzte 60,0\u00a0% und die frühere Hälfte 40,0\u00a0%.')
    expect(arrivalTenths({ receivers: 0, months: [] }, 'DSWP', [], 'en')).toBeNull()
  })

  it('is followed month by month, with a gap where months are missing', () => {
    const chart = earlyHolders(study.months, 'DSWP', [], 'en')!
    expect(chart.sentence).toBe('From 31 Jan 2023 to 31 May 2024, the share of the first tenth of receivers went from 50.0% to 20.0%, that of the first hundredth from 10.0% to 10.0%.')
    expect(chart.series[0]!.points.map(({ y }) => y)).toEqual([0.5, 0.4, null, 0.2])
    expect(earlyHolders([month('2023-01-31', [0n], tenthsOf(0n, 0n))], 'DSWP', [], 'de')).toBeNull()
  })

  it('is told by quarter: layers that add up, and a table', () => {
    const chart = cohortShares(study, 'DSWP', [], 'en')!
    expect(chart.sentence).toBe('Those who came in the first quarter, 50.0% of all receivers, hold 25.0% on 31 May 2024.')
    // 50, 20 + 20 + 20, 40 + 50 of 200.
    expect(chart.series.map(({ id, points }) => [id, points.at(-1)!.y])).toEqual([['firstQuarter', 0.25], ['firstYear', 0.3], ['secondYear', 0.45]])
    const rows = toCohortRows(study)
    expect(cohortsTable(rows, token, 'en').rows[0]!.map(({ text }) => text)).toEqual(['15 Jan 2023', '15 Apr 2023', '30', '50.0%', '12', '40.0%', '50', '25.0%'])
    expect(cohortsSentence(rows, 'de')).toBe('Das erste Quartal brachte 30 Empfänger; 12 von ihnen halten noch etwas, 25,0\u00a0% von dem, was alle Empfänger halten.')
    expect(toCohortRows({ ...study, months: [] })).toEqual([])
  })

  it('is told of every quarter at the end of every year', () => {
    const moments = toCohortMoments(study)
    // In 2023 the last month known is February, when the first cohort alone was there; in 2024 it is May.
    expect(moments.map(({ day, from }) => [day, from])).toEqual([['2023-02-28', '2023-01-15'], ...study.cohorts.map(({ from }) => ['2024-05-31', from])])
    expect(cohortsOverTime(moments, token, 'en').rows.slice(0, 2).map((row) => row.map(({ text }) => text))).toEqual([['28 Feb 2023', '15 Jan 2023', '30', '200', '100.0%'], ['31 May 2024', '15 Jan 2023', '30', '50', '25.0%']])
    expect(cohortsOverTimeSentence(moments, 'de')).toBe('Was die, die im ersten Quartal kamen, von dem halten, was alle Empfänger halten: 100,0\u00a0% am 28. Februar 2023, 25,0\u00a0% am 31. Mai 2024.')
  })

  it('says who is left out, and what nobody is dated for', () => {
    const notes = toCohortNotes({ study: { ...study, gaps: [{ subject: 'payments of Airdrop', reason: 'its logs are not read yet' }] }, day: '2024-05-31', block: 12_345 }, 'arrival', 'en')
    expect(notes.join(' ')).toContain('5 accounts (contracts, exchanges')
    // 220 are held, of which 200 by receivers: 20 of 200 beside.
    expect(notes.join(' ')).toContain('hold a further 10.0%;')
    expect(notes).toContain('Ends of months up to 31 May 2024, block 12,345, replayed from the ledger of Transfer logs.')
    expect(notes).toContain('Missing: payments of Airdrop (its logs are not read yet).')
  })
})

describe('what was given away', () => {
  it('is followed for the distributor with most receivers', () => {
    const chart = payoutsKept([payout, { ...payout, name: 'Rewards' }], token, [], 'en')!
    expect(chart.sentence).toBe('Of 100 DSWP that 20 accounts received from Airdrop, they still hold 18.0% on 28 Feb 2023; 75.0% of them hold nothing any more.')
    expect(chart.series.map(({ points }) => points.map(({ y }) => y))).toEqual([[0.9, 0.18], [1, 0.25]])
    expect(chart.notes.join(' ')).toContain('Shown is Airdrop')
    expect(payoutsKept([], token, [], 'en')).toBeNull()
  })

  it('is listed for each', () => {
    expect(payoutsTable([payout], token, (address) => address, 'en').rows[0]!.map(({ text }) => text)).toEqual(['Airdrop', 'its logs', '120', '20', '100', '18', '18.0%', '3', '2', '15', '1'])
    expect(payoutsSentence([payout], 'de')).toBe('Von dem, was Airdrop zahlte, halten die Empfänger noch 18,0\u00a0%; 15 halten nichts mehr.')
  })
})

describe('what insiders hold', () => {
  it('stands by role, of the supply; a role that nobody has is not there', () => {
    const chart = insidersOverTime(study, 'DSWP', [], 'en')!
    expect(chart.series.map(({ id, points }) => [id, points.map(({ y }) => y)])).toEqual([['team', [0, 0.05, 0.05]], ['treasury', [0.5, 0.5, 0.4]], ['vesting', [0.25, 0.15, 0.1]]])
    expect(chart.sentence).toBe('From 31 Jan 2023 to 31 Mar 2023 the accounts of insiders and the treasury went from 75.0% of the supply to 55.0%: team from 0.0% to 5.0%, treasury from 50.0% to 40.0%, vesting from 25.0% to 10.0%.')
    expect(insidersOverTime({ ...study, insiders: ofRoles(() => 0) }, 'DSWP', [], 'en')).toBeNull()
  })

  it('stands beside what vesting contracts paid out', () => {
    expect(toVestingMonths(study.insiderMonths).map(({ paidSoFar }) => paidSoFar)).toEqual([0n, 40n, 60n])
    const chart = vestingPaid(study, 'DSWP', [], 'de')!
    // 60, 40 and 20 of 400.
    expect(chart.sentence).toBe('Bis zum 31. März 2023 haben die bekannten Vesting-Contracts (3) 15,0\u00a0% der Gesamtmenge ausgezahlt und halten noch 10,0\u00a0%; bezeichnete Konten von Team und Investoren halten 5,0\u00a0%.')
    expect(vestingPaid({ ...study, insiders: { ...study.insiders, vesting: 0 } }, 'DSWP', [], 'de')).toBeNull()
  })
})
