import type { ProtocolInput } from '@/lib/domain/protocol'

type GovernorInput = NonNullable<NonNullable<ProtocolInput['governance']>['governors']>[number]

/**
 * A Governor contract as a protocol's file writes it down.
 *
 * @param source id of a governor source
 * @param firstBlock the block in which it was created, or an earlier one
 * @param fact URL of a page or file that names it
 * @example governor('governorBravo', 'Governor Bravo', '0x408e…', 13_059_157, 'https://…')
 */
export const governor = (source: string, name: string, address: string, firstBlock: number, fact: string): GovernorInput => ({ source, name, address, firstBlock, fact })
