import { decodeFunctionResult, encodeDeployData, encodeFunctionData, getContractAddress, type Abi } from 'viem'
import { z } from 'zod'
import { addressSchema, type Address } from '@/lib/domain/address'
import type { Artifact } from './artifact'
import type { Rpc } from './rpc'
import { StoryLedger } from './storyLedger'

/** A contract on the demo chain. */
export interface Contract {
  name: string
  address: Address
  abi: Abi
}

interface Transaction {
  from: Address
  to?: Address
  data: `0x${string}`
  value: bigint
  what: string
}

// eth_getBlockReceipts is quadratic in the transactions of a block: 250 take 0.2 s, 3,000 take half a minute.
const mostPerBlock = 250
const richAccount = 10n ** 24n
const hexSchema = z.string().regex(/^0x[0-9a-f]*$/) as unknown as z.ZodType<`0x${string}`>
const receiptsSchema = z.array(
  z.object({ status: hexSchema, logs: z.array(z.object({ address: addressSchema, topics: z.array(hexSchema), data: hexSchema })) }),
)

/** The demo chain while the story is written: transactions are collected, mined into one block at a given time, and must all succeed. */
export class StoryChain {
  readonly ledger = new StoryLedger()
  readonly #rpc: Rpc
  readonly #nonces = new Map<Address, number>()
  #waiting: Transaction[] = []
  #timestamp: number
  /** The newest block. */
  blockNumber = 0
  transactions = 0
  logs = 0

  constructor(rpc: Rpc, genesis: number) {
    this.#rpc = rpc
    this.#timestamp = genesis
  }

  /** Unix seconds of the newest block. */
  get timestamp(): number {
    return this.#timestamp
  }

  /** Collects a call for the next block; `from` needs no key. */
  send(from: Address, contract: Contract, functionName: string, args: readonly unknown[] = [], value = 0n): void {
    const data = encodeFunctionData({ abi: contract.abi, functionName, args })
    this.#waiting.push({ from, to: contract.address, data, value, what: `${contract.name}.${functionName}(${args.map(String).join(', ')})` })
  }

  /** Collects a deployment for the next block and says where the contract will be. */
  deploy(from: Address, artifact: Artifact, args: readonly unknown[] = []): Contract {
    const address = this.nextContractAddress(from)
    const data = encodeDeployData({ abi: artifact.abi, bytecode: artifact.bytecode, args })
    this.#waiting.push({ from, data, value: 0n, what: `new ${artifact.name}(${args.map(String).join(', ')})` })
    return { name: artifact.name, address, abi: artifact.abi }
  }

  /** Where the contract will be that `from` deploys after what is waiting and `further` more of its transactions. */
  nextContractAddress(from: Address, further = 0): Address {
    const waiting = this.#waiting.filter((transaction) => transaction.from === from).length
    const nonce = BigInt((this.#nonces.get(from) ?? 0) + waiting + further)
    return getContractAddress({ from, nonce }).toLowerCase() as Address
  }

  /** Whether this account already does something in the next block: what it holds then is not known yet. */
  isBusy(account: Address): boolean {
    return this.#waiting.some(({ from }) => from === account)
  }

  get hasWaiting(): boolean {
    return this.#waiting.length > 0
  }

  /** Asks a contract at the newest block. */
  async read(contract: Contract, functionName: string, args: readonly unknown[] = []): Promise<unknown> {
    const call = { to: contract.address, data: encodeFunctionData({ abi: contract.abi, functionName, args }) }
    const data = hexSchema.parse(await this.#rpc.call('eth_call', call, 'latest'))
    return decodeFunctionResult({ abi: contract.abi, functionName, data })
  }

  /** Puts a contract where nobody's transaction could: Multicall3 stands at the same address on every chain. */
  async place(address: Address, creationCode: `0x${string}`): Promise<void> {
    await this.#rpc.call('anvil_setCode', address, await this.#rpc.call('eth_call', { data: creationCode }, 'latest'))
  }

  /** Mines what is waiting, in the order in which it was sent. More than one block's worth goes into blocks 12 s apart. */
  async mine(timestamp: number): Promise<void> {
    do {
      await this.#mineBlock(this.#waiting.splice(0, mostPerBlock), Math.max(timestamp, this.#timestamp + 12))
    } while (this.#waiting.length > 0)
  }

  /** Mines blocks without transactions: how votes that are counted in blocks end. */
  async mineEmpty(blocks: number, secondsApart: number): Promise<void> {
    // The interval that anvil_mine takes is added to the clock's time, which goes on while it mines; this one is added to the last block's.
    await this.#rpc.call('anvil_setBlockTimestampInterval', secondsApart)
    await this.#rpc.call('anvil_mine', toHex(blocks))
    await this.#rpc.call('anvil_removeBlockTimestampInterval')
    this.blockNumber += blocks
    this.#timestamp += blocks * secondsApart
  }

  async #mineBlock(transactions: readonly Transaction[], timestamp: number): Promise<void> {
    const newcomers = [...new Set(transactions.map(({ from }) => from))].filter((from) => !this.#nonces.has(from))
    await this.#rpc.batch(newcomers.map((from) => ['anvil_setBalance', from, toHex(richAccount)]))
    // Anvil answers a batch side by side; falling gas prices put the transactions back into their order.
    await this.#rpc.batch(
      transactions.map(({ from, to, data, value }, index) => {
        const nonce = this.#nonces.get(from) ?? 0
        this.#nonces.set(from, nonce + 1)
        const gas = toHex(12_000_000)
        return ['eth_sendTransaction', { from, to, data, value: toHex(value), gas, gasPrice: toHex(transactions.length - index), nonce: toHex(nonce) }]
      }),
    )
    await this.#rpc.call('evm_mine', timestamp)
    this.blockNumber += 1
    this.#timestamp = timestamp
    const receipts = receiptsSchema.parse(await this.#rpc.call('eth_getBlockReceipts', toHex(this.blockNumber)))
    const failed = receipts.length === transactions.length ? receipts.findIndex(({ status }) => status !== '0x1') : receipts.length
    if (failed >= 0) throw new Error(`The demo story stumbles in block ${this.blockNumber} over ${describe(transactions[failed])}`)
    for (const { logs } of receipts) {
      for (const log of logs) this.ledger.apply(log)
      this.logs += logs.length
    }
    this.transactions += transactions.length
  }
}

const toHex = (value: bigint | number) => `0x${value.toString(16)}`
const describe = (transaction: Transaction | undefined) => (transaction ? `${transaction.what} by ${transaction.from}` : 'a transaction that was not mined')
