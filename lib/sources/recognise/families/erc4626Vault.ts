import { z } from 'zod'
import { accountSchema, amountSchema, toFinding, toRecogniser } from '../recogniser'

/** A vault of EIP-4626: shares of one asset, which it converts into each other. */
export const erc4626Vault = toRecogniser({
  id: 'erc4626Vault',
  asks: [
    'asset() view returns (address)',
    'totalAssets() view returns (uint256)',
    ['convertToAssets(uint256) view returns (uint256)', 0n],
    'totalSupply() view returns (uint256)',
  ],
  // Nothing converts into nothing, in every vault.
  answers: z.tuple([accountSchema, amountSchema, z.literal(0n), amountSchema]),
  examine: ([asset, totalAssets], address) =>
    asset === address
      ? null
      : toFinding({
          role: 'vault',
          name: 'ERC-4626 vault',
          said: `asset() = ${asset}, totalAssets() = ${totalAssets}, convertToAssets(0) = 0`,
          family: 'erc4626Vault',
          assets: [asset],
        }),
})
