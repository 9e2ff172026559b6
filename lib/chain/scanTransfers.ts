import type { Address } from '../domain/address'
import { wordsPerTransfer, type PackedTransfers } from '../ledger/packedTransfers'
import { hexHead, skipHash, skipValue, takeByte, takeHex, takeQuantityEnd, takeText, takeWords, toBytes, toCode, toQuantity, toWanted, type Bytes, type Wanted } from './scanBytes'

/** What was asked, and so what each log of the answer has to say of itself. */
export interface LogQuestion {
  address: Address
  topic: `0x${string}`
  fromBlock: number
  toBlock: number
}

const toScratch = (room: number) => ({
  words: new Uint32Array(room * wordsPerTransfer),
  blockNumbers: new Float64Array(room),
  logIndexes: new Float64Array(room),
})
/** Where logs are read to, again and again: memory that is new costs more than what is written to it. */
let scratch = toScratch(1024)

/** What an answer held: its transfers, and the hash of the last one's block. */
export interface ScannedTransfers {
  transfers: PackedTransfers
  lastBlockHash: string | null
}

const [quote, colon, comma, openBrace, closeBrace, openBracket, closeBracket, lineBreak] = [...'":,{}[]\n'].map(toCode)
/** What a log says under one name; the number of the field, −1 of one that is not read. */
interface Key {
  field: number
  name: Wanted
}
const keys = ['address', 'topics', 'data', 'blockNumber', 'logIndex', 'blockHash', 'removed'].map((name, field): Key => ({ field, name: toWanted(`"${name}":`) }))
/** All of them but `removed`, which some nodes leave out. */
const needed = (1 << 6) - 1
const texts = { head: toWanted('{"jsonrpc":"2.0","id":'), result: toWanted(',"result":['), false: toWanted('false') }
const secondTopic = toWanted(`","0x${'0'.repeat(24)}`)

/**
 * Reads a node's answer to `eth_getLogs` straight from its bytes: three topics (the question's, then two addresses) and 32 bytes of
 * data a log. Checked in each log: address, topic, hexadecimal digits, that it lies in the asked blocks, was not removed, and
 * comes after the one before.
 *
 * @param id of the question: an answer with another is not its answer
 * @returns the transfers and the hash of the last one's block; null for any other shape, however right it may be: parse it as JSON, and say what is wrong with it there
 */
export function scanTransfers(bytes: Uint8Array, question: LogQuestion, id: number): ScannedTransfers | null {
  const from = toBytes(bytes)
  const { fromBlock, toBlock } = question
  // No node writes a log in fewer bytes than this.
  const room = Math.ceil(bytes.length / 400) + 1
  if (scratch.blockNumbers.length < room) scratch = toScratch(room)
  const { words, blockNumbers, logIndexes } = scratch
  const address = toWanted(`"${question.address}"`)
  const firstTopic = toWanted(`["${question.topic}`)
  /** Which key stood in which place in the last log: nodes write all logs alike. */
  const order: Key[] = []
  let count = 0
  /** Where the last block hash ends */
  let hashEnd = -1

  /** Reads one value of the log `count`; its end, or −1. */
  const takeField = (field: number, at: number): number => {
    if (field === 0) return takeHex(from, at, address)
    if (field === 1) {
      const word = count * wordsPerTransfer
      const sender = takeText(from, takeHex(from, at, firstTopic), secondTopic)
      const receiver = takeText(from, takeWords(from, sender, words, word, 5), secondTopic)
      return takeByte(from, takeByte(from, takeWords(from, receiver, words, word + 5, 5), quote!), closeBracket!)
    }
    if (field === 2) return takeByte(from, takeWords(from, takeText(from, at, hexHead), words, count * wordsPerTransfer + 10, 8), quote!)
    if (field === 5) return takeByte(from, (hashEnd = skipHash(from, at)), quote!)
    if (field === 6) return takeText(from, at, texts.false)
    const first = takeText(from, at, hexHead)
    const end = takeQuantityEnd(from, first)
    if (end < 0) return -1
    const values = field === 3 ? blockNumbers : logIndexes
    values[count] = toQuantity(from, first, end)
    return end + 1
  }

  const takeLog = (start: number): number => {
    let at = takeByte(from, start, openBrace!)
    let named = 0
    for (let place = 0; at >= 0; place += 1) {
      const usual = order[place]
      const key = usual && takeText(from, at, usual.name) >= 0 ? usual : findKey(from, at)
      if (!key) return -1
      order[place] = key
      const { field } = key
      const value = at + key.name.length
      if (field < 0) at = skipValue(from, value)
      else {
        if ((named & (1 << field)) !== 0) return -1
        named |= 1 << field
        at = takeField(field, value)
      }
      if (at < 0 || bytes[at] !== comma) break
      at += 1
    }
    if (at < 0 || bytes[at] !== closeBrace || (named & needed) !== needed) return -1
    const block = blockNumbers[count]!
    if (block < fromBlock || block > toBlock) return -1
    if (count > 0) {
      const before = blockNumbers[count - 1]!
      if (block < before || (block === before && logIndexes[count]! <= logIndexes[count - 1]!)) return -1
    }
    return at + 1
  }

  let at = takeText(from, takeText(from, takeText(from, 0, texts.head), toWanted(String(id))), texts.result)
  if (at < 0) return null
  if (bytes[at] !== closeBracket) {
    for (;;) {
      if (count + 1 >= room) return null
      at = takeLog(at)
      if (at < 0) return null
      count += 1
      if (bytes[at] !== comma) break
      at += 1
    }
  }
  at = takeByte(from, takeByte(from, at, closeBracket!), closeBrace!)
  if (at < 0) return null
  // Some nodes end the answer with a line break.
  if (at < bytes.length && !(at === bytes.length - 1 && bytes[at] === lineBreak)) return null
  const lastBlockHash = count === 0 ? null : String.fromCharCode(...bytes.subarray(hashEnd - 66, hashEnd))
  const transfers = {
    count,
    words: words.slice(0, count * wordsPerTransfer),
    blockNumbers: blockNumbers.slice(0, count),
    logIndexes: logIndexes.slice(0, count),
  }
  return { transfers, lastBlockHash }
}

/** The key that begins here; undefined where none does. */
function findKey(from: Bytes, at: number): Key | undefined {
  const known = keys.find(({ name }) => takeText(from, at, name) >= 0)
  if (known) return known
  const end = takeByte(from, skipValue(from, at), colon!)
  return end < 0 ? undefined : { field: -1, name: toWanted(String.fromCharCode(...from.bytes.subarray(at, end))) }
}
