import type { Address } from '@/lib/domain/address'

/** Where in a bytecode libraries' addresses belong, as Hardhat writes it: source file → library → places in bytes. */
export type LinkReferences = Record<string, Record<string, { start: number; length: number }[]>>

/**
 * A bytecode with the addresses of the libraries that it calls.
 *
 * @throws Error that names the library where one is missing
 * @example linkLibraries(bytecode, linkReferences, { SortedDoublyLL: '0x5fbd…' })
 */
export function linkLibraries(bytecode: string, linkReferences: LinkReferences, libraries: Record<string, Address>): string {
  let linked = bytecode
  for (const [library, links] of Object.values(linkReferences).flatMap((references) => Object.entries(references))) {
    const address = libraries[library]
    if (!address) throw new Error(`a contract calls the library ${library}: where it is must be said`)
    for (const { start, length } of links) {
      const from = 2 + 2 * start
      linked = linked.slice(0, from) + address.slice(2) + linked.slice(from + 2 * length)
    }
  }
  return linked
}
