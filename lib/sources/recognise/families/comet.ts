import { z } from 'zod'
import { addressSchema } from '../../../domain/address'
import { accountSchema, amountSchema, toFinding, toQuestion, toRecogniser } from '../recogniser'

const assetInfo = toQuestion(
  'getAssetInfo(uint8) view returns ((uint8 offset, address asset, address priceFeed, uint64 scale, uint64 borrowCollateralFactor, uint64 liquidateCollateralFactor, uint64 liquidationFactor, uint128 supplyCap))',
)
const assetSchema = z.object({ asset: addressSchema })

/** A market of Compound v3 (Comet). It names its own collateral, one token after the other; nobody else confirms it. */
export const comet = toRecogniser({
  id: 'comet',
  asks: [
    'baseTrackingSupplySpeed() view returns (uint256)',
    'baseToken() view returns (address)',
    'extensionDelegate() view returns (address)',
    'getUtilization() view returns (uint256)',
    'numAssets() view returns (uint8)',
  ],
  // The contract keeps which collateral an account has in 24 bits at most.
  answers: z.tuple([amountSchema, accountSchema, accountSchema, amountSchema, z.int().min(0).max(24)]),
  examine: ([, baseToken, , , count], address) => ({
    confirmations: Array.from({ length: count }, (_, place) => ({ ...assetInfo, address, args: [place] })),
    conclude(answers) {
      const assets = z.array(assetSchema).length(count).safeParse(answers)
      if (!assets.success) return null
      return toFinding({
        role: 'lendingMarket',
        name: 'Compound v3 market',
        said: `baseToken() = ${baseToken}, numAssets() = ${count}`,
        family: 'comet',
        assets: [baseToken, ...assets.data.map(({ asset }) => asset)],
        contracts: { baseToken },
      })
    },
  }),
})
