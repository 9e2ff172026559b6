import { createPublicClient } from 'viem'
import { expect, it } from 'vitest'
import { patientHttp } from './patientHttp'

/** How often a node is asked that always answers so, with one retry. */
async function countQuestions(error: { code: number; message: string }): Promise<number> {
  let asked = 0
  const fetchFn = async () => (asked++, new Response(JSON.stringify({ jsonrpc: '2.0', id: 1, error }), { headers: { 'content-type': 'application/json' } }))
  const client = createPublicClient({ transport: patientHttp('http://node.invalid', { fetchFn, retryCount: 1, retryDelay: 1 }) })
  await expect(client.call({ to: `0x${'1'.repeat(40)}`, data: '0x' })).rejects.toThrow(error.message)
  return asked
}

// What anvil 1.5.1 answers to a call whose callees waste all gas.
it('asks once where the question ran out of gas', async () => {
  expect(await countQuestions({ code: -32603, message: 'EVM error OutOfGas' })).toBe(1)
})

it('asks again where an internal error may pass', async () => {
  expect(await countQuestions({ code: -32603, message: 'state is not yet there' })).toBe(2)
})
