import { accountHistory } from './entries/accountHistory'
import { accountProfits } from './entries/accountProfits'
import { accountEntity, accountHoldings, accountLabels, accountOwners, accountPaths, accountSigners } from './entries/accountTables'
import { deepestFall, worstMonthsExits, worstMonthsLosses, worstMonthsTable } from './entries/badMonths'
import { agreementMatrix, votingBlocs } from './entries/blocs'
import { castOverTime } from './entries/castOverTime'
import { changes, changesSummary, momentsTable } from './entries/changes'
import { arrivalTenths, cohortShares, cohortsOverTime, cohortsTable, earlyHolders } from './entries/cohorts'
import { compareCurves, compareNow, compareOverTime, compareTable } from './entries/comparison'
import { hhiBetweenProtocols, leadingProtocolsTable, marketSharesOverTime } from './entries/competition'
import { composition, compositionOverTime, custodyTable } from './entries/composition'
import { powerGathered, quorumGauge, thresholdsTable } from './entries/decisions'
import { delegatesTable, delegationTable } from './entries/delegates'
import { controlTree, keysTable } from './entries/control'
import { networkTable, operatorConcentration, operatorStakes, operatorsTable, operatorWork } from './entries/delegatedStakes'
import { farmingTable, rewardsByStake, rewardsOverTime, rewardUse } from './entries/farming'
import { programsTable } from './entries/rewardPrograms'
import { failuresTable, jobsTable, ledgersTable, overviewTable } from './entries/everyProtocol'
import { contractsTable } from './entries/contracts'
import { delegateListMetrics, delegateListTable } from './entries/delegateList'
import { incidentsTable, rejectionsTable } from './entries/faults'
import { thesisCharts, verdictsTable } from './entries/findings'
import { growthAgainstSize, largestHoldersStay, rankMobility } from './entries/growth'
import { history } from './entries/history'
import { hhiDrivers } from './entries/hhiDrivers'
import { holdersTable, providersTable } from './entries/holderTables'
import { bandTable, decompositionTable, groupTable } from './entries/inequality'
import { liquidationsTable, lossesTable } from './entries/liquidations'
import { insidersOverTime, vestingPaid } from './entries/insiders'
import { lookThroughFlow, unresolvedTable, wrappersTable, wrappingDepth } from './entries/lookThrough'
import { depthBySize } from './entries/depthBySize'
import { gainsLorenz } from './entries/gainsLorenz'
import { liquidityConcentration, liquidityConcentrationOverTime } from './entries/liquidity'
import { poolFacts } from './entries/poolFacts'
import { poolOverTime } from './entries/poolOverTime'
import { payoutsKept, payoutsTable } from './entries/payouts'
import { profitResults } from './entries/profitResults'
import { breakEvenSize, profitsByDecile, profitShareTable, returnsByDecile } from './entries/profitShares'
import { figureCharts } from './entries/figureCharts'
import { participationBySize, participationTable, votingCosts } from './entries/participation'
import { proposalFlip, proposalVotes } from './entries/oneProposal'
import { lossesBySize } from './entries/lossesBySize'
import { auditTable, excludedTable, importsTable, metricsTable } from './entries/measureTables'
import { largestHolders, lorenz } from './entries/ownership'
import { decisionRates, decisionsOverTime, decisiveRatesOverTime, proposalsTable } from './entries/proposals'
import { powerLadder } from './entries/power'
import { amplificationOverTime, powerOverTime } from './entries/powerOverTime'
import { ownGain, ownGainTable } from './entries/ownGain'
import { concentrationTrend, trendsTable } from './entries/trends'
import { holderOverlap, superusersMatrix, superusersTable } from './entries/superusers'
import { publishedFigures } from './entries/publishedFigures'
import { unresolvedBoundsTable } from './entries/unresolvedBounds'
import type { Chart, Scope } from './view'

/** Every chart and table of the product. What is not here has no page, no file, no embed and no address. */
export const charts: readonly Chart[] = [
  lorenz,
  largestHolders,
  lookThroughFlow,
  wrappingDepth,
  composition,
  compositionOverTime,
  ...history,
  ...concentrationTrend,
  trendsTable,
  hhiDrivers,
  publishedFigures,
  holdersTable,
  providersTable,
  metricsTable,
  bandTable,
  unresolvedBoundsTable,
  decompositionTable,
  groupTable,
  custodyTable,
  wrappersTable,
  unresolvedTable,
  keysTable,
  controlTree,
  ownGainTable,
  excludedTable,
  auditTable,
  importsTable,
  momentsTable,
  changesSummary,
  ...changes,
  proposalsTable,
  decisionsOverTime,
  decisiveRatesOverTime,
  decisionRates,
  proposalVotes,
  proposalFlip,
  ownGain,
  powerLadder,
  thresholdsTable,
  quorumGauge,
  delegatesTable,
  delegationTable,
  ...powerOverTime,
  amplificationOverTime,
  castOverTime,
  powerGathered,
  delegateListTable,
  delegateListMetrics,
  participationBySize,
  participationTable,
  votingCosts,
  votingBlocs,
  agreementMatrix,
  liquidityConcentration,
  ...liquidityConcentrationOverTime,
  ...poolOverTime,
  depthBySize,
  profitsByDecile,
  profitShareTable,
  gainsLorenz,
  returnsByDecile,
  lossesBySize,
  profitResults,
  breakEvenSize,
  poolFacts,
  rewardsByStake,
  farmingTable,
  programsTable,
  rewardUse,
  rewardsOverTime,
  operatorStakes,
  operatorWork,
  operatorConcentration,
  operatorsTable,
  networkTable,
  liquidationsTable,
  lossesTable,
  arrivalTenths,
  earlyHolders,
  cohortShares,
  cohortsTable,
  cohortsOverTime,
  payoutsKept,
  payoutsTable,
  insidersOverTime,
  vestingPaid,
  growthAgainstSize,
  largestHoldersStay,
  rankMobility,
  worstMonthsExits,
  worstMonthsLosses,
  deepestFall,
  worstMonthsTable,
  overviewTable,
  verdictsTable,
  ...thesisCharts,
  compareOverTime,
  compareNow,
  compareCurves,
  compareTable,
  leadingProtocolsTable,
  hhiBetweenProtocols,
  ...marketSharesOverTime,
  superusersTable,
  superusersMatrix,
  holderOverlap,
  ...figureCharts,
  ledgersTable,
  contractsTable,
  jobsTable,
  failuresTable,
  incidentsTable,
  rejectionsTable,
  accountHoldings,
  accountOwners,
  accountPaths,
  accountSigners,
  accountProfits,
  accountHistory,
  accountLabels,
  accountEntity,
]

/** Stands where a protocol's slug would: charts of all protocols together. */
export const allProtocols = 'all'

/** Stands there too: charts of one account, in every protocol. */
export const oneAccount = 'account'

/**
 * Whether a chart can be made under rules of one's own for whom addresses count as one holder: where it follows a lens, and is made again from the ledger,
 * at a block or between two days.
 *
 * @example takesRules(overviewTable) // false: it has what snapshots keep
 */
export const takesRules = ({ lenses, fixed, days }: Chart): boolean => lenses && (fixed || days === 'between')

/**
 * The chart of an id that there is for a scope, or null.
 *
 * @example findChart('lorenz', 'token')?.kind // 'chart'
 */
export const findChart = (id: string, scope: Scope): Chart | null => charts.find((chart) => chart.id === id && chart.scopes.includes(scope)) ?? null
