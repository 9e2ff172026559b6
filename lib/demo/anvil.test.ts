import { expect, test } from 'vitest'
import { findAnvil, findFreePort, startAnvil } from './anvil'
import { openRpc } from './rpc'

test('starts on a free port, answers, and is gone after stop', async () => {
  const anvil = await startAnvil({ chainId: 1234, timestamp: 1_700_000_000, pruneHistory: true })
  const rpc = openRpc(anvil.url)
  expect(await rpc.call('eth_chainId')).toBe('0x4d2')
  expect(await rpc.call('eth_getBlockByNumber', '0x0', false)).toMatchObject({ timestamp: '0x6553f100' })
  await anvil.stop()
  await expect(rpc.call('eth_chainId')).rejects.toThrow()
  expect(() => process.kill(anvil.pid, 0)).toThrow()
})

test('says so when the port is taken', async () => {
  const port = await findFreePort()
  const anvil = await startAnvil({ port, pruneHistory: true })
  try {
    await expect(startAnvil({ port, pruneHistory: true })).rejects.toThrow(`Port ${port} on 127.0.0.1 cannot be used`)
  } finally {
    await anvil.stop()
  }
})

test('names the missing file of ANVIL_BIN', () => {
  expect(() => findAnvil('/nowhere/anvil')).toThrow('ANVIL_BIN names /nowhere/anvil, but there is no such file.')
})
