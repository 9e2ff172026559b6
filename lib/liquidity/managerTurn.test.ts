import { expect, it } from 'vitest'
import { toTurnAmounts, type ManagerTurn } from './managerTurn'

/** At price 1 a unit of either token is worth one. */
const turn = (told: Partial<ManagerTurn>): ManagerTurn => ({ put: [0n, 0n], taken: [0n, 0n], principal: [0n, 0n], sqrtPrice: 2n ** 96n, supply: [100n, 100n], gained: 0n, lost: 0n, ...told })
const nothing = { deposit: [0n, 0n], received: [0n, 0n], withdrawal: [0n, 0n], given: [0n, 0n], others: null }

it('is nobody’s where what came out went in again, in whatever tokens', () => {
  expect(toTurnAmounts(turn({ taken: [500n, 500n], put: [200n, 800n], principal: [200n, 800n] }))).toEqual(nothing)
  // Worth four: 500 and 500 are 2,500, as 100 and 2,100 are.
  expect(toTurnAmounts(turn({ taken: [500n, 500n], put: [100n, 2100n], principal: [100n, 2100n], sqrtPrice: 2n ** 97n }))).toEqual(nothing)
})

it('is everybody’s where the manager put in more than it took out, or less', () => {
  // 1,000 of 2,000 are new: half of what was put in.
  expect(toTurnAmounts(turn({ taken: [500n, 500n], put: [400n, 1600n], principal: [400n, 1600n] })).others).toEqual({ kind: 'deposit', amounts: [200n, 800n], ended: [0n, 1n] })
  // 800 of the 1,000 that were taken, and of the 2,000 that there were, are gone.
  const { others } = toTurnAmounts(turn({ taken: [500n, 500n], put: [100n, 100n], principal: [600n, 600n] }))
  expect(others).toMatchObject({ kind: 'withdrawal', amounts: [400n, 400n] })
  expect(Number(others!.ended[0]) / Number(others!.ended[1])).toBe(800 / 2000)
})

it('is theirs who have more shares or fewer, as far as what came and went is what these stand for', () => {
  expect(toTurnAmounts(turn({ put: [250n, 250n], principal: [1250n, 1250n], supply: [100n, 125n], gained: 25n }))).toEqual({ ...nothing, deposit: [250n, 250n] })
  expect(toTurnAmounts(turn({ taken: [250n, 250n], principal: [750n, 750n], supply: [100n, 75n], lost: 25n }))).toEqual({ ...nothing, withdrawal: [250n, 250n] })
  // 25 of 125 shares of 3,000 are 600, of which 500 came in: 100 were received.
  expect(toTurnAmounts(turn({ put: [250n, 250n], principal: [1500n, 1500n], supply: [100n, 125n], gained: 25n }))).toMatchObject({ deposit: [250n, 250n], received: [50n, 50n], others: { kind: 'given', amounts: [50n, 50n] } })
  // 25 of 125 shares of 2,000 are 400, of 500 that came in: 100 more for the others.
  expect(toTurnAmounts(turn({ put: [250n, 250n], principal: [1000n, 1000n], supply: [100n, 125n], gained: 25n }))).toMatchObject({ deposit: [200n, 200n], others: { kind: 'received', amounts: [50n, 50n] } })
  // A quarter of 2,000 is 500, of which 300 went out.
  expect(toTurnAmounts(turn({ taken: [150n, 150n], principal: [850n, 850n], supply: [100n, 75n], lost: 25n }))).toMatchObject({ withdrawal: [150n, 150n], given: [100n, 100n], others: { kind: 'received', amounts: [100n, 100n] } })
})

it('is handed on where shares go from one to another, and the manager’s own where there are no others', () => {
  expect(toTurnAmounts(turn({ principal: [1000n, 1000n], gained: 30n, lost: 30n }))).toEqual({ ...nothing, given: [300n, 300n], received: [300n, 300n] })
  expect(toTurnAmounts(turn({ principal: [1000n, 1000n], supply: [0n, 7n], gained: 7n }))).toEqual({ ...nothing, received: [1000n, 1000n], others: { kind: 'given', amounts: [1000n, 1000n], ended: expect.anything() as never } })
  expect(toTurnAmounts(turn({ principal: [1000n, 1000n], supply: [7n, 0n], lost: 7n }))).toMatchObject({ given: [1000n, 1000n], others: { kind: 'received', amounts: [1000n, 1000n] } })
})
