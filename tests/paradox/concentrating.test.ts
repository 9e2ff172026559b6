import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectVerdicts } from './expectVerdicts'
import { openTurn, type Turn } from './openTurn'
import { verdicts } from './verdicts'

let turn: Turn
beforeAll(async () => {
  turn = await openTurn('concentrating')
}, 900_000)
afterAll(() => turn?.close())

it('is read without a failure', () => expect(turn.failures).toEqual([]))

it.each(Object.keys(verdicts) as (keyof typeof verdicts)[])('%s: the verdict of each protocol is the one worked out by hand', (id) => expectVerdicts(turn, id, 0))
