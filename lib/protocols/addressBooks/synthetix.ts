import type { AccountRole } from '@/lib/domain/label'
import { isRecord, toAddress, toOneEach, toRole, toWords, type AddressBook } from './addressBook'

const roles: readonly (readonly [RegExp, AccountRole])[] = [
  [/^(RewardEscrow(V2)?|SynthetixEscrow|LiquidatorRewards)$/, 'vesting'],
  [/^(StakingRewards|ShortingRewards)/, 'staking'],
  [/^SynthetixBridge/, 'bridge'],
  [/^RewardsDistribution$/, 'distributor'],
]

/** Synthetix's deployment on Ethereum: every contract by its name. */
export const synthetixDeployment: AddressBook = {
  package: 'synthetix',
  file: 'publish/deployed/mainnet/deployment.json',
  toEntries: (content, chainId) => {
    const targets = chainId === 1 && isRecord(content) ? content['targets'] : null
    if (!isRecord(targets)) return []
    return toOneEach(
      Object.entries(targets).flatMap(([name, target]) => {
        const address = isRecord(target) ? toAddress(target['address']) : null
        return address === null ? [] : [{ address, kind: 'contract' as const, role: toRole(name, roles), name: `Synthetix: ${toWords(name)}` }]
      }),
    )
  },
}
