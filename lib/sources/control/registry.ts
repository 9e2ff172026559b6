import type { ControlKindReader } from './controlKind'
import { aaveCrossChain } from './kinds/aaveCrossChain'
import { aaveExecutor } from './kinds/aaveExecutor'
import { aaveGovernance } from './kinds/aaveGovernance'
import { aaveGovernanceCore } from './kinds/aaveGovernanceCore'
import { aavePayloads } from './kinds/aavePayloads'
import { aaveProvider } from './kinds/aaveProvider'
import { accessControl } from './kinds/accessControl'
import { accessManaged } from './kinds/accessManaged'
import { accessManager } from './kinds/accessManager'
import { admin } from './kinds/admin'
import { aragonApp } from './kinds/aragonApp'
import { aragonKernel } from './kinds/aragonKernel'
import { compoundTimelock } from './kinds/compoundTimelock'
import { dsAuth } from './kinds/dsAuth'
import { dsChief } from './kinds/dsChief'
import { dsGuard } from './kinds/dsGuard'
import { dsPause } from './kinds/dsPause'
import { dsRoles } from './kinds/dsRoles'
import { governor } from './kinds/governor'
import { lidoGovernance } from './kinds/lidoGovernance'
import { lidoTimelock } from './kinds/lidoTimelock'
import { named } from './kinds/named'
import { ownable } from './kinds/ownable'
import { ownedExecutor } from './kinds/ownedExecutor'
import { proxy } from './kinds/proxy'
import { proxyAdmin } from './kinds/proxyAdmin'
import { safe } from './kinds/safe'
import { timelockController } from './kinds/timelockController'
import { wards } from './kinds/wards'

/** Every kind of control that is read. A contract may be of several; what it is beside a contract, the first of them says. */
export const controlKinds: readonly ControlKindReader[] = [
  governor, aaveGovernance, aaveGovernanceCore, dsChief, aragonApp, aragonKernel, safe,
  timelockController, compoundTimelock, aaveExecutor, aavePayloads, lidoTimelock, lidoGovernance, dsPause,
  proxy, proxyAdmin, aaveProvider, aaveCrossChain, accessManager, accessManaged, ownedExecutor,
  dsGuard, dsRoles, dsAuth, wards, ownable, admin, accessControl, named,
]
