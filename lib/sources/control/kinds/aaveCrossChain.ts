import { askAddress, toAccount, toWay, type ControlKindReader } from '../controlKind'
import { somebody } from '../dsAuthority'

/**
 * The CrossChainController by which Aave's Governance v3 speaks to itself: its owner says whose word counts as a message; so does its guardian, while
 * an oracle says that there is an emergency. https://github.com/bgd-labs/aave-delivery-infrastructure
 */
export const aaveCrossChain: ControlKindReader = {
  id: 'aaveCrossChain',
  async read(subject) {
    const [chains, allowed, owner] = await Promise.all([
      subject.ask('getSupportedChains() view returns (uint256[])'), subject.ask('isReceiverBridgeAdapterAllowed(address,uint256) view returns (bool)', somebody, 1n), askAddress(subject, 'owner'),
    ])
    if (!Array.isArray(chains) || typeof allowed !== 'boolean' || owner === undefined) return null
    const [guardian, oracle] = (await Promise.all(['guardian', 'getChainlinkEmergencyOracle'].map((name) => askAddress(subject, name)))).map(toAccount)
    return {
      said: [`getSupportedChains() = ${chains.join(', ')}`],
      ways: [
        toWay({ power: 'act', means: 'owner', evidence: `owner() = ${owner}` }, owner),
        ...(guardian && oracle ? [{
          ...toWay({ power: 'act', means: 'named', detail: 'solveEmergency', evidence: `guardian() = ${guardian}, getChainlinkEmergencyOracle() = ${oracle}` }),
          groups: [guardian, oracle].map((member) => ({ threshold: 1, members: [member] })),
        }] : []),
      ],
    }
  },
}
