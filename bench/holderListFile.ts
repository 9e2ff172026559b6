import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

/** A small generator with a seed: the same list on every machine. Mulberry32 (T. Ettinger, public domain). */
export function* toRandom(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Writes a list as Etherscan exports it: `rows` holders whose amounts follow a power law with exponent 2, 18 decimals. */
export async function writeHolderList(file: string, rows: number): Promise<void> {
  const random = toRandom(7)
  const stream = createWriteStream(file)
  stream.write('"HolderAddress","Balance","PendingBalanceUpdate"\r\n')
  for (let row = 0; row < rows; row += 1) {
    const whole = Math.floor(1 / (1 - random.next().value) ** 1.2)
    const fraction = Math.floor(random.next().value * 1e9)
    const address = `0x${row.toString(16).padStart(8, '0')}${Math.floor(random.next().value * 2 ** 48).toString(16).padStart(32, '0')}`
    if (!stream.write(`"${address}","${whole}.${String(fraction).padStart(9, '0')}${String(row).padStart(9, '0')}","No"\r\n`)) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'finish')
}
