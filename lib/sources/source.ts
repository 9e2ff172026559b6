import type { ChainReader } from '../chain/reader'
import type { Log } from '../chain/log'
import type { Address } from '../domain/address'
import type { ContractOwnership } from '../domain/contractOwnership'
import type { Claim } from '../domain/distribution'
import type { AccountRole } from '../domain/label'
import type { SideOwners } from '../domain/otherSide'
import type { Wrapper } from '../domain/protocol'
import type { Gap } from '../domain/snapshot'
import type { Text } from '../domain/text'

/** Logs that a source folds: of one contract, with one of some first topics, and where these are named, one of some second and third topics. */
export interface LogFilter {
  address: Address
  /** First topics, keccak256 of the events' signatures */
  topics: readonly `0x${string}`[]
  /** As whose an indexed address names, in 32 bytes: of a token that many hold, what one account pays and nothing else */
  second?: readonly `0x${string}`[]
  /** The same of third topics: of a contract that keeps many books by number, one of them */
  third?: readonly `0x${string}`[]
}

/** What a source knows of a wrapper at one block. */
export interface SourceInput {
  wrapper: Wrapper
  /** Every positive balance of a token whose ledger is kept, at the block: the wrapper's shares, and what it holds itself */
  balances: (token: Address) => readonly Claim[]
  /** What one account has of it; 0n, too, where the token's ledger is not kept. Asking for one is cheap, however many hold it */
  balanceOf: (token: Address, account: Address) => bigint
  /** Of its filters, up to and with the block, in the chain's order */
  logs: readonly Log[]
  /** What `read` answered at the block: JSON, parsed again by the source; null where it was not asked or could not answer */
  answers: unknown
  /** Who owns the twin on another chain of what the wrapper holds; null or absent where it has none that is followed, or none was kept yet */
  otherSide?: SideOwners | null
}

/** One contract family: which logs tell to whom what it holds belongs, and how they fold into claims. Its id is its file name. */
export interface Source {
  id: string
  name: Text
  /** What it hands on to whom, and what it leaves unresolved, in one or two sentences */
  description: Text
  /** What its contracts are */
  role: AccountRole
  /** ERC-20 tokens whose Transfer ledgers it needs, beside those of tokens that are followed anyway: as its own shares */
  ledgers: (wrapper: Wrapper) => readonly Address[]
  /** Logs it needs beside them */
  logs: (wrapper: Wrapper) => readonly LogFilter[]
  /**
   * What only the contract itself can tell at the block. Kept with the snapshot, so that everything can be made again without the chain.
   * Absent where logs tell all.
   */
  read?: (
    input: Omit<SourceInput, 'answers' | 'otherSide'>,
    reader: Pick<ChainReader, 'readContracts' | 'readBlock'>,
    blockNumber: number,
  ) => Promise<{ answers: unknown; gaps: Gap[] }>
  /** Pure. One ownership for each asset that the wrapper holds for others; none that it does not know. */
  toOwnerships: (input: SourceInput) => readonly ContractOwnership[]
}
