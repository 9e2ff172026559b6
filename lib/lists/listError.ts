/** A holder list that cannot be read: what is wrong, in which line, and what to do about it. */
export class ListError extends Error {
  constructor(
    /** counts from 1 */
    readonly line: number,
    readonly problem: string,
  ) {
    super(`line ${line}: ${problem}`)
    this.name = 'ListError'
  }
}
