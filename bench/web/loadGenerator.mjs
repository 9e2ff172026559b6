// A process of its own: asks at fixed times, whether or not earlier answers have come, and counts from the time that was due.
import http from 'node:http'

const [origin, rate, seconds, ...paths] = process.argv.slice(2)
const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity })
const count = Number(rate) * Number(seconds)
const times = []
let failures = 0
let latest = 0

const ask = (path, due) =>
  new Promise((resolve) => {
    const done = (isGood) => {
      if (isGood) times.push(performance.now() - due)
      else failures += 1
      resolve()
    }
    const request = http.get(origin + path, { agent }, (response) => {
      response.on('end', () => done(response.statusCode === 200))
      response.resume()
    })
    request.setTimeout(30_000, () => request.destroy())
    request.on('error', () => done(false))
  })

const began = performance.now() + 200
const asked = []
await new Promise((resolve) => {
  const tick = () => {
    for (; asked.length < count; ) {
      const due = began + (asked.length * 1000) / Number(rate)
      const late = performance.now() - due
      if (late < 0) break
      latest = Math.max(latest, late)
      asked.push(ask(paths[asked.length % paths.length], due))
    }
    if (asked.length < count) setTimeout(tick, 2)
    else resolve()
  }
  tick()
})
await Promise.all(asked)
times.sort((a, b) => a - b)
const at = (share) => (times.length > 0 ? Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] * 10) / 10 : null)
process.stdout.write(JSON.stringify({ p50: at(0.5), p95: at(0.95), p99: at(0.99), failures, latestStartMs: Math.round(latest) }))
process.exit(0)
