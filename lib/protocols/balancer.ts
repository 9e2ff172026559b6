import type { ProtocolInput } from '@/lib/domain/protocol'
import { ethereumMoney } from './parts/ethereumMoney'
import { arbitrumGateway, balancerVault, dead, polygonPredicate, zero } from './parts/knownAccounts'
import { uniswapPair } from './parts/pair'
import { saidBy } from './parts/saidBy'

const balancerDeployments = saidBy('https://www.npmjs.com/package/@balancer-labs/v2-deployments/v/3.2.0', '2026-11-22')
const multisigs = saidBy(
  'https://github.com/BalancerMaxis/bal_addresses/blob/0480373e4858ce3844612d3e91bc7b5aa3431c19/extras/multisigs.json',
  '2026-11-22',
)
const emissions = saidBy(
  'https://github.com/DefiLlama/emissions-adapters/blob/130aa710f45be4c1e11a6d8e01f428fef073c7c4/protocols/balancer.ts',
  '2026-11-22',
)

/** Balancer: automated market maker with weighted pools. veBAL, locked shares of the 80 BAL / 20 WETH pool, votes. */
export const balancer: ProtocolInput = {
  slug: 'balancer',
  name: 'Balancer',
  category: 'exchange',
  website: 'https://balancer.fi',
  token: {
    chainId: 1,
    address: '0xba100000625a3754423978a60c9317c58a424e3d',
    symbol: 'BAL',
    name: 'Balancer',
    decimals: 18,
    firstBlock: 10_299_683,
  },
  money: ethereumMoney,
  pools: [
    uniswapPair('BAL/WETH', '0xa70d458a4d9bc0e6571565faee18a48da5c0d593', 10_299_683),
  ],
  labels: [
    balancerVault,
    balancerDeployments('0xc128a9954e6c874ea3d62ce62b468ba073093f25', 'contract', 'voteEscrow', 'Voting escrow (veBAL)'),
    balancerDeployments('0xce88686553686da562ce7cea497ce749da109f9f', 'contract', 'treasury', 'Protocol fees collector'),
    balancerDeployments('0x26743984e3357efc59f2fd6c1afdc310335a61c9', 'contract', 'distributor', 'Fee distributor 1'),
    balancerDeployments('0xd3cf852898b21fc233251427c2dc93d3d604f3bb', 'contract', 'distributor', 'Fee distributor 2'),
    multisigs('0x10a19e7ee7d7f8a52822f6817de8ea18204f2e4f', 'multisig', 'treasury', 'DAO multisig'),
    multisigs('0x0efccbb9e2c09ea29551879bd9da32362b32fc89', 'multisig', 'treasury', 'Treasury safe (karpatkey)'),
    multisigs('0xc38c5f97b34e175ffd35407fc91a937300e33860', 'multisig', 'distributor', 'Liquidity mining multisig'),
    emissions('0xb129f73f1afd3a49c701241f374db17ae63b20eb', 'unknown', 'team', 'Balancer Labs: fundraising fund'),
    emissions('0xcdcebf1f28678eb4a1478403ba7f34c94f7ddbc5', 'unknown', 'team', 'Balancer Labs: contributors incentive programme'),
    dead,
    zero,
    arbitrumGateway,
    polygonPredicate,
  ],
  caveats: [
    {
      en:
        'Most BAL lies in one address, the Vault, which holds the tokens of every pool. veBAL locks pool shares, so that ' +
        'BAL, too, is in the Vault and not in the voting escrow.',
      de:
        'Die meisten BAL liegen auf einer Adresse, dem Vault, der die Token aller Pools hält. veBAL sperrt Pool-Anteile, ' +
        'auch diese BAL liegen also im Vault und nicht in der Stimm-Treuhand.',
    },
  ],
}
