import { z } from 'zod'
import { loadAccountLabels } from '@/db/labels'
import { toChecksumAddress } from '@/lib/chain/checksum'
import type { AccountToken, HolderPlace } from '@/lib/domain/account'
import { toDecimalString, toRatio } from '@/lib/domain/amount'
import { unresolvedReasons, type UnresolvedReason } from '@/lib/domain/contractOwnership'
import { confidences } from '@/lib/domain/label'
import { labelOrigins, type LabelOrigin } from '@/lib/domain/labelStatement'
import { headlineLens } from '@/lib/ownership/lenses'
import { loadAccount } from '@/lib/pipeline/accounts/loadAccount'
import { toIsoTime } from '@/lib/publish/csvBasis'
import { toWrappedRows } from '@/lib/views/accountOwners'
import { toTokenAnswer } from '../meta'
import { defineResource } from '../resource'
import { address, blockNumber, checksumAddress, day, decimalAmount, label, lensName, rawAmount, share, slug, text, time, token } from '../schemas'

const keys = <Key extends string>(record: Readonly<Record<Key, unknown>>) => Object.keys(record) as [Key, ...Key[]]

const ofToken = { protocol: slug, token, block_number: blockNumber, block_time: time }
const place = z.strictObject({ lens: lensName, rank: z.int().positive(), balance_raw: rawAmount, balance: decimalAmount, share })
const said = { confidence: z.enum(confidences), entity: z.string().nullable(), as_of: day }

export const accounts = defineResource({
  id: 'accounts',
  address: '/accounts/{address}',
  name: { en: 'One account', de: 'Ein Konto' },
  description: {
    en: 'What one account holds of every followed token, each in its newest snapshot, by which contracts it came to it, for whom it holds where it is a contract, and who it is said to be, by whom. An account that was never seen holds nothing.',
    de: 'Was ein Konto von jedem verfolgten Token hält, jeweils im neuesten Stand, über welche Contracts es dazu kam, für wen es hält, wo es ein Contract ist, und wem es zugeschrieben wird, von wem. Ein nie gesehenes Konto hält nichts.',
  },
  path: z.strictObject({ address }),
  query: z.strictObject({}),
  data: z.strictObject({
    address: checksumAddress,
    labels: z.array(label.extend({ protocol: slug, ...said })).meta({ description: 'The label that counts, of each protocol' }),
    statements: z.array(
      z.strictObject({
        protocol: slug, name: z.string().nullable(), role: label.shape.role, kind: label.shape.kind, ...said,
        origin: z.enum(keys<LabelOrigin>(labelOrigins)), file: z.string().nullable(), source: z.string(), counts: z.array(z.enum(['name', 'role', 'entity', 'exclusion'])),
      }),
    ).meta({ description: 'All that is said of it; counts: which parts of it the label takes' }),
    entity: z.array(z.strictObject({ protocol: slug, address: checksumAddress, label: z.string().nullable(), rule: z.string(), evidence: text, representative: checksumAddress.nullable() }))
      .meta({ description: 'Why it is one holder with others: each piece of evidence, its own among them. representative: null for evidence of rules that are followed only by those who choose them' }),
    holdings: z.array(
      z.strictObject({
        ...ofToken,
        rank: z.int().positive().nullable().meta({ description: 'By its own balance among all addresses; null where that is 0' }),
        balance_raw: rawAmount, balance: decimalAmount, share,
        counted: place.nullable().meta({ description: 'What counts as its own under the headline’s lens' }),
        not_counted: z.enum(['leftOut', 'countedWith', 'handedOn']).nullable().meta({ description: 'Why nothing does' }),
        counted_with: checksumAddress.nullable(),
      }),
    ),
    paths: z.array(
      z.strictObject({ ...ofToken, contracts: z.array(z.strictObject({ address: checksumAddress, name: z.string(), source: z.string() })), merged: z.boolean(), amount_raw: rawAmount, amount: decimalAmount, share }),
    ).meta({ description: 'The ways by which tokens came to it, from the token down; no contracts: its own wallet' }),
    owners: z.array(
      z.strictObject({
        ...ofToken, asset: checksumAddress, source: z.string(), part: z.enum(['owner', 'others', 'unresolved', 'elsewhere']), address: checksumAddress.nullable(), label: z.string().nullable(),
        reason: z.enum(keys<UnresolvedReason>(unresolvedReasons)).nullable(), amount_raw: rawAmount, amount: decimalAmount, share,
      }),
    ).meta({ description: 'For whom it holds, where it is a contract that is looked through; shares are of what it holds' }),
    safes: z.array(
      z.strictObject({ chain_id: z.int(), block_number: blockNumber, block_time: time, threshold: z.int().positive(), signers: z.array(z.strictObject({ address: checksumAddress, label: z.string().nullable() })) }),
    ).meta({ description: 'Who may move what it holds, where it is a Safe, as it answered when it was last asked: so many of its signers must agree' }),
  }),
  cost: 'plain',
  load: async ({ path, database }) => {
    const [account, labels] = await Promise.all([loadAccount(database, path.address, false), loadAccountLabels(database, path.address)])
    const toToken = ({ protocol, token, block, timestamp }: AccountToken) => ({ protocol, token: toTokenAnswer(token), block_number: block, block_time: toIsoTime(timestamp) })
    const toAmount = (amount: bigint, { token }: AccountToken) => ({ amount_raw: String(amount), amount: toDecimalString(amount, token.decimals) })
    const toPlace = ({ amount, denominator }: Pick<HolderPlace, 'amount' | 'denominator'>, { token }: AccountToken) => ({
      balance_raw: String(amount), balance: toDecimalString(amount, token.decimals), share: toRatio(amount, denominator),
    })
    return {
      data: {
        address: toChecksumAddress(path.address),
        labels: labels.map(({ protocol, name, role, kind, source, asOf, confidence = 'certain', entity = null }) => ({ protocol, name, role, kind, source, as_of: asOf, confidence, entity })),
        statements: (account?.statements ?? []).map(({ protocol, name, role, kind, source, asOf, confidence, entity, origin, file, counts }) => ({
          protocol, name, role, kind, source, as_of: asOf, confidence, entity, origin, file: file || null, counts: [...counts],
        })),
        entity: (account?.entity ?? []).map(({ protocol, account: member, label, rule, evidence, representative }) => ({
          protocol, address: toChecksumAddress(member), label, rule, evidence, representative: representative && toChecksumAddress(representative),
        })),
        holdings: (account?.holdings ?? []).map((holding) => ({
          ...toToken(holding),
          rank: holding.own?.rank ?? null,
          ...toPlace(holding.own ?? { amount: 0n, denominator: 1n }, holding),
          counted: holding.counted && { lens: headlineLens, rank: holding.counted.rank, ...toPlace(holding.counted, holding) },
          not_counted: holding.elsewhere?.kind ?? null,
          counted_with: holding.elsewhere?.kind === 'countedWith' ? toChecksumAddress(holding.elsewhere.account) : null,
        })),
        paths: (account?.paths ?? []).map((one) => ({
          ...toToken(one), contracts: one.steps.map(({ contract, name, source }) => ({ address: toChecksumAddress(contract), name, source })), merged: one.merged, ...toAmount(one.amount, one), share: toRatio(one.amount, one.total),
        })),
        owners: (account?.wrapped ?? []).flatMap(toWrappedRows).map(({ of, kind, account: owner, label, reason, amount }) => ({
          ...toToken(of), asset: toChecksumAddress(of.asset), source: of.source, part: kind, address: owner && toChecksumAddress(owner), label, reason, ...toAmount(amount, of), share: toRatio(amount, of.held),
        })),
        safes: (account?.safes ?? []).map(({ chainId, block, timestamp, threshold, owners }) => ({
          chain_id: chainId, block_number: block, block_time: toIsoTime(timestamp), threshold, signers: owners.map(({ account: signer, label }) => ({ address: toChecksumAddress(signer), label })),
        })),
      },
      basis: null,
      next: null,
      freshness: 'newest',
    }
  },
})
