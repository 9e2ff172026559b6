/** Keccak's 24 round constants (FIPS 202, 3.2.5). */
const roundConstants = BigUint64Array.of(
  0x0000000000000001n, 0x0000000000008082n, 0x800000000000808an, 0x8000000080008000n, 0x000000000000808bn, 0x0000000080000001n,
  0x8000000080008081n, 0x8000000000008009n, 0x000000000000008an, 0x0000000000000088n, 0x0000000080008009n, 0x000000008000000an,
  0x000000008000808bn, 0x800000000000008bn, 0x8000000000008089n, 0x8000000000008003n, 0x8000000000008002n, 0x8000000000000080n,
  0x000000000000800an, 0x800000008000000an, 0x8000000080008081n, 0x8000000000008080n, 0x0000000080000001n, 0x8000000080008008n,
)

/** Where in memory the text, its hash and the constants stand. The text begins at a lane, with room before it for '0x'. */
const [textAt, hashAt, constantsAt] = [8, 64, 128]

/** Instructions and types of WebAssembly that are needed here (WebAssembly Core Specification 2.0, 5.4). */
const code = { loop: 0x03, end: 0x0b, branchIf: 0x0d, get: 0x20, set: 0x21, tee: 0x22, load: 0x29, store: 0x37, const32: 0x41, const64: 0x42, lessThan32: 0x48, add32: 0x6a, and: 0x83, xor: 0x85, rotateLeft: 0x89 }
const type = { i32: 0x7f, i64: 0x7e, function: 0x60, empty: 0x40 }

/** A whole number as LEB128 writes it, unsigned or, where positive, signed. */
function toLeb(value: number): number[] {
  return value < 64 ? [value] : value < 128 ? [value | 0x80, 0] : [(value & 0x7f) | 0x80, ...toLeb(value >> 7)]
}
const toList = (items: readonly (readonly number[])[]) => [...toLeb(items.length), ...items.flat()]
const toSection = (id: number, content: readonly number[]) => [id, ...toLeb(content.length), ...content]
const toName = (name: string) => [...toLeb(name.length), ...Buffer.from(name)]

// Locals: 25 lanes, the same after they were moved, the parity of each column, what is mixed into each column, and the round.
const lane = (x: number, y: number) => (x % 5) + 5 * (y % 5)
const moved = (x: number, y: number) => 25 + lane(x, y)
const parity = (x: number) => 50 + ((x + 5) % 5)
const mixed = (x: number) => 55 + x
const round = 60
const five = [0, 1, 2, 3, 4]
const all = five.flatMap((y) => five.map((x) => [x, y] as const))
const load = (offset: number) => [code.load, 3, ...toLeb(offset)]

/** How far each lane is turned (FIPS 202, 3.2.2). */
function toRotations(): Map<number, number> {
  const rotations = new Map([[0, 0]])
  for (let step = 0, x = 1, y = 0; step < 24; step += 1) {
    rotations.set(lane(x, y), (((step + 1) * (step + 2)) / 2) % 64)
    ;[x, y] = [y, (2 * x + 3 * y) % 5]
  }
  return rotations
}

/** One permutation of a block that holds 40 characters and Keccak's padding. Lanes that nothing is put into are zero. */
function toInstructions(): number[] {
  const rotations = toRotations()
  return [
    ...five.flatMap((x) => [code.const32, 0, ...load(textAt + 8 * x), code.set, lane(x, 0)]),
    // The padding's first bit comes after the text, its last at the end of the block's 17 lanes.
    code.const64, 1, code.set, 5, code.const64, 1, code.const64, 63, code.rotateLeft, code.set, 16,
    code.loop, type.empty,
    ...five.flatMap((x) => [code.get, lane(x, 0), ...[1, 2, 3, 4].flatMap((y) => [code.get, lane(x, y), code.xor]), code.set, parity(x)]),
    ...five.flatMap((x) => [code.get, parity(x - 1), code.get, parity(x + 1 === 5 ? 0 : x + 1), code.const64, 1, code.rotateLeft, code.xor, code.set, mixed(x)]),
    ...all.flatMap(([x, y]) => [code.get, lane(x, y), code.get, mixed(x), code.xor, code.const64, ...toLeb(rotations.get(lane(x, y))!), code.rotateLeft, code.set, moved(y, 2 * x + 3 * y)]),
    ...all.flatMap(([x, y]) => [code.get, moved(x + 1, y), code.const64, 0x7f, code.xor, code.get, moved(x + 2, y), code.and, code.get, moved(x, y), code.xor, code.set, lane(x, y)]),
    code.get, 0, code.get, round, ...load(constantsAt), code.xor, code.set, 0,
    code.get, round, code.const32, 8, code.add32, code.tee, round, code.const32, ...toLeb(24 * 8), code.lessThan32, code.branchIf, 0,
    code.end,
    ...[0, 1, 2].flatMap((place) => [code.const32, 0, code.get, place, code.store, 3, ...toLeb(hashAt + 8 * place)]),
    code.end,
  ]
}

function toModule(): Uint8Array<ArrayBuffer> {
  const body = [...toList([[60, type.i64], [1, type.i32]]), ...toInstructions()]
  return Uint8Array.from([
    ...Buffer.from('\0asm'), 1, 0, 0, 0,
    ...toSection(1, toList([[type.function, 0, 0]])),
    ...toSection(3, toList([[0]])),
    ...toSection(5, toList([[0, 1]])),
    ...toSection(7, toList([[...toName('memory'), 2, 0], [...toName('hash'), 0, 0]])),
    ...toSection(10, toList([[...toLeb(body.length), ...body]])),
  ])
}

/**
 * The first bytes of the Keccak-256 hash of an address as text: what EIP-55 asks. It is one permutation, and runs as WebAssembly, which has
 * numbers of 64 bits: a file of all holders asks for hundreds of thousands.
 *
 * @returns `address` is where '0x' and 40 ASCII characters are written before `run`; `hash` then holds the first 24 bytes of the hash of the 40
 * @example address.write('0x1f9840a85d5af5bf1d1762f925bdaddc4201f984'); run(); hash[0] // the first two digits of the hash
 */
export function createAddressHash(): { address: Buffer; hash: Uint8Array; run: () => void } {
  const { memory, hash } = new WebAssembly.Instance(new WebAssembly.Module(toModule())).exports as { memory: WebAssembly.Memory; hash: () => void }
  new BigUint64Array(memory.buffer, constantsAt).set(roundConstants)
  return { address: Buffer.from(memory.buffer, textAt - 2, 42), hash: new Uint8Array(memory.buffer, hashAt, 24), run: hash }
}
