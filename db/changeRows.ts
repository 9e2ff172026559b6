/** The longest row: a block, a token, an account and a balance of 78 digits with its sign, tabs and line break. */
const longestRow = 20 + 11 + 11 + 79 + 4

/** Rows of `balance_changes` as the bytes that COPY reads, written without a string for each row. */
export class ChangeRows {
  /** How many rows there are */
  count = 0
  private pieces: Buffer[] = []
  private buffer = Buffer.allocUnsafe(1 << 18)
  private at = 0
  private block = -1
  private prefix = Buffer.alloc(0)

  constructor(private readonly tokenId: number) {}

  append(blockNumber: number, accountId: number, balance: bigint): void {
    if (this.at + longestRow > this.buffer.length) this.endPiece()
    const { buffer } = this
    if (blockNumber !== this.block) {
      this.block = blockNumber
      this.prefix = Buffer.from(`${blockNumber}\t${this.tokenId}\t`, 'latin1')
    }
    const { prefix } = this
    let { at } = this
    for (let index = 0; index < prefix.length; index += 1) buffer[at + index] = prefix[index]!
    at = writeDigits(buffer, at + prefix.length, accountId)
    buffer[at] = 9
    at += 1
    at += buffer.write(balance.toString(), at, 'latin1')
    buffer[at] = 10
    this.at = at + 1
    this.count += 1
  }

  /** All rows since it was last asked. */
  take(): Buffer[] {
    this.endPiece()
    const taken = this.pieces
    this.pieces = []
    this.count = 0
    return taken
  }

  private endPiece(): void {
    if (this.at === 0) return
    this.pieces.push(this.buffer.subarray(0, this.at))
    this.buffer = Buffer.allocUnsafe(1 << 18)
    this.at = 0
  }
}

function writeDigits(buffer: Buffer, at: number, value: number): number {
  let digits = 1
  for (let bound = 10; value >= bound; bound *= 10) digits += 1
  for (let place = at + digits - 1, rest = value; place >= at; place -= 1) {
    const tens = Math.floor(rest / 10)
    buffer[place] = 48 + rest - tens * 10
    rest = tens
  }
  return at + digits
}
