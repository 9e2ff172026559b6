import type { Resource } from '../resource'
import { accounts } from './accounts'
import { charts } from './charts'
import { control } from './control'
import { definitions } from './definitions'
import { delegates } from './delegates'
import { holders } from './holders'
import { labels } from './labels'
import { metrics } from './metrics'
import { pools } from './pools'
import { oneProtocol, protocols } from './protocols'
import { snapshot } from './snapshot'
import { snapshots } from './snapshots'
import { status } from './status'

/** Everything that can be asked for under /api/v1, in reading order. */
export const resources: readonly Resource[] = [protocols, oneProtocol, snapshots, snapshot, metrics, holders, delegates, pools, labels, control, accounts, charts, definitions, status]
