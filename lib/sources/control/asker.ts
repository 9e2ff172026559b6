import type { CallResult, ChainReader, ContractCall } from '../../chain/reader'
import type { Address } from '../../domain/address'
import { toQuestion, type Question } from '../recognise/recogniser'

/** Calls that share the gas of one eth_call, and fit into one piece of calldata. */
const callsTogether = 100

/** The precompile at 4 answers with whatever it is asked: where it does not, no gas was left or nobody answered. */
const echo: ContractCall = { ...toQuestion(['echo(bytes32) view returns (bytes32)', `0x${'0'.repeat(64)}`]), address: `0x${'4'.padStart(40, '0')}` }

/** Why a contract's answers could not be had. */
export type Silence = 'noGas' | 'noAnswer'

/** Puts single questions to many contracts and sends those of one moment together. */
export interface Asker {
  /** @returns undefined where the question failed: the contract has no such function, or it did not work */
  ask: (address: Address, question: Question) => Promise<unknown>
  /** Of contracts that could not be asked: their code uses up the gas of all that are asked with it, or the node does not answer */
  silences: ReadonlyMap<Address, Silence>
}

interface Waiting {
  call: ContractCall
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

/**
 * Opens a desk for questions at one block. Each may be put by itself; those of the same moment travel together. A contract that uses up the gas
 * of others is asked alone, so that it hides nobody but itself.
 *
 * @example const { ask } = openAsker(reader, 21_500_000)
 * await Promise.all([ask(token, toQuestion('owner() view returns (address)')), ask(pool, …)]) // one eth_call
 */
export function openAsker(reader: Pick<ChainReader, 'readContracts'>, blockNumber: number): Asker {
  const silences = new Map<Address, Silence>()
  let waiting: Waiting[] = []

  const settle = (questions: readonly Waiting[], answers: readonly CallResult[]) => {
    for (const [place, { resolve }] of questions.entries()) {
      const answer = answers[place]
      resolve(answer?.status === 'ok' ? answer.value : undefined)
    }
  }

  async function send(questions: readonly Waiting[]): Promise<void> {
    const answers = await reader.readContracts([...questions.map(({ call }) => call), echo], blockNumber)
    if (answers.at(-1)?.status === 'ok') settle(questions, answers)
    else await sendApart(questions)
  }

  async function sendApart(questions: readonly Waiting[]): Promise<void> {
    const each = [...new Set(questions.map(({ call }) => call.address))].map(async (address) => {
      const own = questions.filter(({ call }) => call.address === address)
      // What was found out of it in the meantime need not be found out again.
      if (silences.has(address)) return own.forEach(({ resolve }) => resolve(undefined))
      const answers = await reader.readContracts([...own.map(({ call }) => call), echo], blockNumber)
      if (answers.at(-1)?.status !== 'ok') {
        const [alive] = await reader.readContracts([echo], blockNumber)
        silences.set(address, alive?.status === 'ok' ? 'noGas' : 'noAnswer')
      }
      settle(own, answers)
    })
    await Promise.all(each)
  }

  function flush(): void {
    const questions = waiting
    waiting = []
    for (let from = 0; from < questions.length; from += callsTogether) {
      const part = questions.slice(from, from + callsTogether)
      // What fails as a whole is no word of any contract.
      send(part).catch((error: unknown) => part.forEach(({ reject }) => reject(error)))
    }
  }

  return {
    silences,
    ask: (address, question) =>
      silences.has(address) ? Promise.resolve(undefined) : new Promise((resolve, reject) => {
        // Whatever is asked before the loop comes round again goes along.
        if (waiting.length === 0) setImmediate(flush)
        waiting.push({ call: { ...question, address }, resolve, reject })
      }),
  }
}
