import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { startAnvil } from '@/lib/demo/anvil'
import { loadMulticall3CreationCode } from '@/lib/demo/artifact'
import { findPackageFile } from '@/lib/demo/packageFile'
import { openRpc } from '@/lib/demo/rpc'
import { addressSchema, type Address } from '@/lib/domain/address'

export type MakerChain = Awaited<ReturnType<typeof startMakerChain>>

const [bytes, address] = [z.templateLiteral(['0x', z.string()]), addressSchema]
const blockSchema = z.object({
  header: z.object({ timestamp: bytes }),
  transactions: z.array(z.object({ from: address, to: z.string().nullable(), value: bytes, data: z.string() })),
})

/**
 * MakerDAO as its developers deploy it for their own tests: the Chief, DSPause and its proxy, the Vat, tokens and all that hangs on them, made by
 * sending the 669 transactions of their package once more, each at its time. Addresses are then the package's own.
 */
export async function startMakerChain() {
  const blocks = readBlocks()
  const anvil = await startAnvil({ timestamp: Number(blocks[0]!.header.timestamp), autoImpersonate: true, noMining: true, slotsInAnEpoch: 1, pruneHistory: 1000, gasLimit: 1e9, further: ['--code-size-limit', '100000'] })
  const rpc = openRpc(anvil.url)
  const send = (from: Address, to: Address | null, data: `0x${string}`, value = '0x0') =>
    rpc.call('eth_sendTransaction', { from, ...(to ? { to } : {}), data, value, gas: '0x1000000', gasPrice: '0x0' }) as Promise<`0x${string}`>
  const mine = async (seconds = 12) => void (await rpc.call('anvil_mine', '0x1', `0x${seconds.toString(16)}`))
  for (const { header, transactions } of blocks.slice(1)) {
    for (const { from, to, value, data } of transactions) {
      if (BigInt(value) > 0n) await rpc.call('anvil_setBalance', from, value)
      await send(from, addressSchema.safeParse(to).data ?? null, `0x${data.replace(/^0x/, '')}`, value)
    }
    await rpc.call('evm_setNextBlockTimestamp', header.timestamp)
    await mine()
  }
  await rpc.call('anvil_setCode', '0xcA11bde05977b3631167028862bE2a173976CA11', await rpc.call('eth_call', { data: loadMulticall3CreationCode() }, 'latest'))
  const [older, newer] = ['out/addresses.json', 'out/addresses-mcd.json'].map((file) => z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(toFile(file), 'utf8'))))
  const addresses = { ...older, ...newer }
  return { anvil, rpc, send, mine, at: (name: string): Address => addressSchema.parse(addresses[name]), stop: anvil.stop }
}

const toFile = (file: string): string => findPackageFile('@makerdao/testchain', file)!

/** What ganache wrote of each block, one file a record, in the order of the chain. */
function readBlocks() {
  const tar = gunzipSync(readFileSync(toFile('snapshots/default.tgz')))
  const found: z.infer<typeof blockSchema>[] = []
  // A tar is blocks of 512 bytes: a header with name and size in octal digits, then the file.
  for (let at = 0; at + 512 <= tar.length; ) {
    const [name, size] = [tar.toString('latin1', at, at + 100), Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0]
    const number = /!blocks!(\d+)\0/.exec(name)?.[1]
    if (number) found[Number(number)] = blockSchema.parse(JSON.parse(tar.toString('utf8', at + 512, at + 512 + size)))
    at += 512 * (1 + Math.ceil(size / 512))
  }
  return found
}
