import { createTransport, http, RpcRequestError, type HttpTransport, type HttpTransportConfig } from 'viem'

/** A call that ran out of gas does so again. Anvil says it with the code of an internal error, which viem takes for something that passes. */
const outOfGas = /out ?of ?gas/i

/**
 * viem's HTTP transport, which asks again what may pass, and does not where the question itself used up the gas: with five retries that took eight
 * seconds each time a contract wasted all of it.
 *
 * @example createPublicClient({ transport: patientHttp('http://127.0.0.1:8545', { retryCount: 5, retryDelay: 250 }) })
 */
export function patientHttp(url: string, { retryCount, retryDelay, ...config }: HttpTransportConfig): HttpTransport {
  return (options) => {
    const { request, value, config: { timeout } } = http(url, { ...config, retryCount: 0 })(options)
    const ask: typeof request = async (question, ...more) => {
      try {
        return (await request(question, ...more)) as never
      } catch (error) {
        const { details = '' } = error as { details?: string }
        throw outOfGas.test(details) ? new RpcRequestError({ body: question, url, error: { code: 3, message: details } }) : error
      }
    }
    return createTransport({ key: 'http', name: 'HTTP JSON-RPC', type: 'http', request: ask, retryCount, retryDelay, timeout }, value)
  }
}
