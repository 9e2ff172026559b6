/** Snapshot's hub did not answer, or not what was asked. `passing`: the same question may be answered a little later. */
export class HubError extends Error {
  override name = 'HubError'
  readonly passing: boolean
  /** Milliseconds that it asked to wait for; null where it did not say */
  readonly wait: number | null
  constructor(message: string, { passing = false, wait = null, cause }: { passing?: boolean; wait?: number | null; cause?: unknown } = {}) {
    super(message, { cause })
    this.passing = passing
    this.wait = wait
  }
}
