import { randomBytes } from 'node:crypto'
import { loadAlert, loadAlerts, removeAlert, saveAlert } from '@/db/alerts'
import type { Database } from '@/db/database'
import { loadProtocol, loadProtocols } from '@/db/protocols'
import type { Alert } from '@/lib/domain/alert'
import { toBody } from '@/lib/jobs/alerts'
import { callWebhook } from '@/lib/jobs/webhook'
import { toTable } from '../toTable'
import { UsageError } from '../usageError'
import { withInstallation } from '../withInstallation'

/** `lorenz alerts add`: keeps a rule, and says the secret where it was made up here. */
export async function addAlert({ secret, ...rule }: Omit<Alert, 'id' | 'secret'> & { secret?: string }): Promise<void> {
  const made = `whsec_${randomBytes(24).toString('base64')}`
  const id = await withInstallation(async ({ database }) => {
    if (!(await loadProtocol(database, rule.protocol))) {
      const followed = (await loadProtocols(database)).map(({ slug }) => slug).join(', ') || 'none'
      throw new UsageError(`${rule.protocol} is not followed here. There are: ${followed}.`)
    }
    return saveAlert(database, { ...rule, secret: secret ?? made })
  })
  process.stdout.write(`Rule ${id}: ${toRule(rule)} calls ${rule.url}.\n${secret === undefined ? `Calls are signed with ${made}\n` : ''}`)
}

/** `lorenz alerts list`: without the secrets. */
export async function listAlerts(json: boolean): Promise<void> {
  const rules = (await withInstallation(({ database }) => loadAlerts(database))).map(({ secret: _, ...rule }) => rule)
  if (json) process.stdout.write(`${JSON.stringify(rules, null, 2)}\n`)
  else if (rules.length === 0) process.stdout.write('There are no rules. "lorenz alerts add --help" shows how to make one.\n')
  else process.stdout.write(`${toTable(['rule', 'when', 'calls'], rules.map((rule) => [String(rule.id), toRule(rule), rule.url]), [0])}\n`)
}

/** `lorenz alerts remove`. */
export async function forgetAlert(id: number): Promise<void> {
  const found = await withInstallation(({ database }) => removeAlert(database, id))
  if (!found) throw missing(id)
  process.stdout.write(`Rule ${id} is forgotten.\n`)
}

/**
 * `lorenz alerts test`: calls the address of a rule now.
 *
 * @throws Error where nobody took the call
 */
export async function testAlert(id: number): Promise<void> {
  await withInstallation(async ({ database }, { allowsPrivateWebhooks }) => {
    const { alert, body } = await requireAlert(database, id)
    const timestamp = Math.floor(Date.now() / 1000)
    await callWebhook({ url: alert.url, secret: alert.secret, id: `test_${id}_${timestamp}`, timestamp, body }, allowsPrivateWebhooks)
    process.stdout.write(`${alert.url} took the call.\n`)
  })
}

async function requireAlert(database: Database, id: number): Promise<{ alert: Alert; body: string }> {
  const alert = await loadAlert(database, id)
  const protocol = alert && (await loadProtocol(database, alert.protocol))
  if (!protocol) throw missing(id)
  return { alert, body: toBody(alert, protocol, { number: null, hash: null, timestamp: null }, null) }
}

const toRule = ({ metric, protocol, lens, comparison, threshold }: Omit<Alert, 'id' | 'url' | 'secret'>) => `${metric} of ${protocol} (${lens}) ${comparison} ${threshold}`

const missing = (id: number) => new UsageError(`There is no rule ${id}; "lorenz alerts list" shows those there are.`)
