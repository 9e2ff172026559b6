import type { Database } from '@/db/database'
import { saveEntityEvidence } from '@/db/entityEvidence'
import { loadFirstReceipts } from '@/db/firstReceipts'
import type { TrackedProtocol } from '@/db/protocols'
import { saveCreation, type KeptRecognised } from '@/db/recognised'
import type { ChainReader } from '../chain/reader'
import { toReason } from '../chain/reason'
import type { Address } from '../domain/address'
import { deployer, toDeployerEvidence } from '../ownership/entities/deployer'
import { fundedBy, toFundedByEvidence } from '../ownership/entities/fundedBy'
import { safeOwners, toSafeOwnersEvidence } from '../ownership/entities/safeOwners'
import { toTransfer, transferTopic } from '../sources/erc20'
import { findCreation } from './ownership/findCreation'

/** For so many contracts it is asked at a time how they came to be: some twenty-five questions each, once for ever. */
const creationsAtOnce = 20

/** So many blocks are read at a time for who paid whom first; the others follow with the next snapshots. */
const blocksAtOnce = 500

/**
 * Gathers what the chain tells of who belongs together, for the rules that conclude it: who signs for the Safes among the largest holders, who
 * created the contracts there of which nothing else is known, and whom the team paid first. Labels speak for themselves.
 *
 * @param known what the largest holders are
 * @param blockNumber which the ledger reaches
 * @returns why not all could be gathered; null where it could
 */
export async function gatherEvidence(options: {
  protocol: TrackedProtocol
  reader: ChainReader
  database: Database
  known: ReadonlyMap<Address, KeptRecognised>
  blockNumber: number
}): Promise<string | null> {
  const { protocol: { slug }, database, known } = options
  const all = [...known.values()]
  const safes = all.flatMap(({ address, safe }) => (safe ? [{ safe: address, ...safe }] : []))
  await saveEntityEvidence(database, slug, safeOwners.id, [...known.keys()], toSafeOwnersEvidence(safes))
  const failures = [await gatherCreations(options), await gatherFunding(options)]
  return failures.find((failure) => failure !== null) ?? null
}

async function gatherCreations({ protocol, reader, database, known, blockNumber }: Parameters<typeof gatherEvidence>[0]): Promise<string | null> {
  const unknown = [...known.values()].filter(({ kind, role }) => kind === 'contract' && role === null)
  const created = unknown.flatMap(({ address, creation }) => (creation ? [{ contract: address, ...creation }] : []))
  let failure: string | null = null
  for (const { address } of unknown.filter(({ creation }) => creation === null).slice(0, creationsAtOnce)) {
    try {
      const creation = await findCreation(reader, address, blockNumber)
      await saveCreation(database, reader.chainId, address, creation)
      created.push({ contract: address, ...creation })
    } catch (error) {
      // A node that keeps no old states says so to every such question.
      failure = `who created ${address}: ${toReason(error)}`
      break
    }
  }
  const evidence = toDeployerEvidence(created.flatMap(({ contract, creator, block }) => (creator ? [{ contract, creator, block }] : [])))
  await saveEntityEvidence(database, protocol.slug, deployer.id, created.map(({ contract }) => contract), evidence)
  return failure
}

async function gatherFunding({ protocol, reader, database, blockNumber }: Parameters<typeof gatherEvidence>[0]): Promise<string | null> {
  const { token, tokenId, labels, slug, evidence = [] } = protocol
  const team = labels.flatMap(({ address, role }) => (role === 'team' ? [address] : []))
  const kept = evidence.filter(({ rule, entity }) => rule === fundedBy.id && team.some((address) => address === entity))
  const firsts = (await loadFirstReceipts(database, tokenId, team)).filter(({ account, block }) => block <= blockNumber && !kept.some((piece) => piece.account === account))
  const blocks = [...new Set(firsts.map(({ block }) => block))].slice(0, blocksAtOnce)
  const found = []
  let failure: string | null = null
  for (const block of blocks) {
    try {
      const transfers = []
      for await (const { logs } of reader.readEvents({ address: token.address, topics: [transferTopic], fromBlock: block, toBlock: block }))
        for (const reading of logs.map(toTransfer)) if (reading.status === 'transfer') transfers.push(reading.transfer)
      const first = new Set(firsts.filter((one) => one.block === block).map(({ account }) => account))
      found.push(...toFundedByEvidence(transfers, labels).filter(({ account }) => first.has(account)))
    } catch (error) {
      failure = `whom the team paid in block ${block}: ${toReason(error)}`
      break
    }
  }
  await saveEntityEvidence(database, slug, fundedBy.id, null, [...kept, ...found])
  return failure
}
