import { expect, it } from 'vitest'
import { askWhileUsed } from './askWhileUsed'

it('makes an answer once for all who ask while somebody has it', async () => {
  let made = 0
  const ask = () => askWhileUsed('once', async () => ({ nth: ++made }))
  const [one, other] = await Promise.all([ask(), ask()])
  expect([one === other, await ask() === one, made]).toEqual([true, true, 1])
})

it('asks again where it failed, and for another key', async () => {
  await expect(askWhileUsed('failing', () => Promise.reject(new Error('no answer')))).rejects.toThrow('no answer')
  expect(await askWhileUsed('failing', async () => ({ is: 'there' }))).toEqual({ is: 'there' })
  expect(await askWhileUsed('another', async () => ({ is: 'another' }))).toEqual({ is: 'another' })
})
