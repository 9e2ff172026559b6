import type { AccountRole, Label } from '@/lib/domain/label'

/** What each role is called in files of other tools; compared by `toKey`, so spaces, hyphens and capitals do not matter. */
export const roleWords: Readonly<Record<AccountRole, readonly string[]>> = {
  treasury: ['treasury', 'dao treasury', 'community treasury', 'reserve', 'ecosystem reserve', 'community reserve', 'dao'],
  timelock: ['timelock', 'timelock controller', 'governance executor', 'executor'],
  foundation: ['foundation'],
  team: ['team', 'core team', 'founder', 'founders', 'employee', 'employees', 'insider', 'contributor', 'core contributor', 'labs'],
  investor: ['investor', 'investors', 'vc', 'venture capital', 'fund', 'seed investor'],
  vesting: ['vesting', 'vester', 'vesting contract', 'token lock', 'lockup', 'locked'],
  exchange: ['exchange', 'exchanges', 'cex', 'centralized exchange', 'centralised exchange', 'hot wallet', 'cold wallet', 'exchange wallet', 'exchange deposit', 'custodian', 'custody'],
  marketMaker: ['market maker', 'market making', 'mm', 'otc desk'],
  pool: ['pool', 'liquidity pool', 'lp', 'amm', 'dex', 'dex pool', 'pair', 'uniswap pool', 'decentralized exchange', 'decentralised exchange'],
  lendingMarket: ['lending market', 'lending', 'lending protocol', 'lending pool', 'money market', 'atoken', 'ctoken', 'comet'],
  staking: ['staking', 'staking contract', 'stake', 'safety module', 'staking pool', 'staking rewards'],
  vault: ['vault', 'yield vault', 'erc4626', 'strategy'],
  voteEscrow: ['vote escrow', 'voting escrow', 've', 'vetoken', 'vote lock'],
  bridge: ['bridge', 'bridge escrow', 'gateway', 'token bridge', 'l2 bridge'],
  distributor: ['distributor', 'merkle distributor', 'airdrop', 'airdrop distributor', 'claim', 'unclaimed'],
  burn: ['burn', 'burned', 'burnt', 'burn address', 'dead', 'null', 'null address', 'zero address'],
}

/** What an account is, in the words of other tools. A wallet with a key may be anybody's: it says no more than that there is no code. */
export const kindWords: Readonly<Record<Label['kind'], readonly string[]>> = {
  person: ['person', 'individual', 'human', 'people'],
  contract: ['contract', 'smart contract', 'protocol', 'token contract'],
  multisig: ['multisig', 'multi-signature', 'safe', 'gnosis safe', 'multisig wallet'],
  unknown: ['unknown', 'eoa', 'wallet', 'externally owned account', 'address', 'other', ''],
}

/** Chains by the names that files use; their numbers are understood as well. */
export const chainWords: Readonly<Record<string, number>> = {
  ethereum: 1, ethereummainnet: 1, mainnet: 1, eth: 1, optimism: 10, opmainnet: 10, bsc: 56, bnbchain: 56, gnosis: 100, polygon: 137, base: 8453, arbitrum: 42161, arbitrumone: 42161, avalanche: 43114,
}
