import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { choosePort } from './choosePort'

let server: Server
let port: number
beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterEach(() => void server.close())

test('a taken default port gives way to a later one, and that is said', async () => {
  const chosen = await choosePort({ port, asked: false })
  expect(chosen.port).toBeGreaterThan(port)
  expect(chosen.remark).toMatch(new RegExp(`Port ${port} is in use.*serving on ${chosen.port}`))
})

test('a taken port that was asked for is an error that names it', async () => {
  await expect(choosePort({ port, asked: true })).rejects.toThrow(new RegExp(`Port ${port} is in use`))
})

test('a free port is taken without a word', async () => {
  server.close()
  await once(server, 'close')
  expect(await choosePort({ port, asked: true })).toEqual({ port, remark: null })
})
