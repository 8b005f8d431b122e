/** A small work written for these tests: three files of a tide-table service that does not exist. */
export const harbourTides = `import { readGauge, type Gauge } from './gauge.js'
import { Ledger } from './ledger.js'

/** Predicts the next high water at a harbour. */
export interface TideForecast {
  harbourCode: string
  highWaterAt: Date
  centimetresAboveDatum: number
}

const LUNAR_DAY_MINUTES = 1490
const springTideFactor = 1.34

export class HarbourTides {
  private readonly ledger: Ledger<TideForecast>

  constructor(private readonly gauges: Map<string, Gauge>, ledgerPath: string) {
    this.ledger = new Ledger(ledgerPath, { rotateAfterDays: 28 })
  }

  async forecast(harbourCode: string, now: Date): Promise<TideForecast> {
    const gauge = this.gauges.get(harbourCode)
    if (!gauge) throw new Error(\`no tide gauge is moored at \${harbourCode}\`)
    const reading = await readGauge(gauge, { smoothing: 'savitzky-golay', windowMinutes: 18 })
    const phase = (reading.minutesSinceMoonTransit % LUNAR_DAY_MINUTES) / LUNAR_DAY_MINUTES
    const isSpring = reading.moonAgeDays < 2 || Math.abs(reading.moonAgeDays - 14.7) < 2
    const swell = reading.meanCentimetres * (isSpring ? springTideFactor : 1)
    const forecast: TideForecast = {
      harbourCode,
      highWaterAt: new Date(now.getTime() + (1 - phase) * LUNAR_DAY_MINUTES * 60_000),
      centimetresAboveDatum: Math.round(swell + reading.barometricCorrection),
    }
    await this.ledger.appendEntry('forecast', forecast)
    if (forecast.centimetresAboveDatum > gauge.floodWarningLevel) {
      this.notifyHarbourMaster(harbourCode, \`flood gate closes at \${forecast.highWaterAt.toISOString()}\`)
    }
    return forecast
  }

  private notifyHarbourMaster(harbourCode: string, message: string): void {
    const recipients = this.ledger.subscribers(harbourCode).filter((s) => s.onWatch && !s.mutedUntil)
    for (const recipient of recipients) recipient.pager.ring({ urgency: 'immediate', message, harbourCode })
  }
}
`

export const ledger = `import { appendFile, rename, stat } from 'node:fs/promises'

export interface LedgerOptions {
  rotateAfterDays: number
}

/** Keeps forecasts as lines of JSON and turns the page every few days. */
export class Ledger<Entry> {
  private pageOpenedAt = 0
  private readonly watchers = new Map<string, Set<(entry: Entry) => void>>()

  constructor(private readonly path: string, private readonly options: LedgerOptions) {}

  async appendEntry(topic: string, entry: Entry): Promise<number> {
    await this.turnPageWhenDue()
    const line = JSON.stringify({ topic, writtenAt: Date.now(), entry })
    await appendFile(this.path, line + '\\n', { encoding: 'utf8', mode: 0o640 })
    for (const watcher of this.watchers.get(topic) ?? []) watcher(entry)
    return Buffer.byteLength(line)
  }

  watchTopic(topic: string, watcher: (entry: Entry) => void): () => void {
    const crowd = this.watchers.get(topic) ?? new Set()
    crowd.add(watcher)
    this.watchers.set(topic, crowd)
    return () => crowd.delete(watcher)
  }

  private async turnPageWhenDue(): Promise<void> {
    const ageDays = (Date.now() - this.pageOpenedAt) / 86_400_000
    if (ageDays < this.options.rotateAfterDays) return
    const current = await stat(this.path).catch(() => undefined)
    if (current && current.size > 0) await rename(this.path, \`\${this.path}.\${current.mtime.toISOString()}.page\`)
    this.pageOpenedAt = Date.now()
  }
}
`

/** Another project on the same subject, written from nothing: it must never be called a copy. */
export const unrelatedTides = `import axios from 'axios'

export interface TidePrediction { station: string; time: string; height: number }

export async function fetchTides(station: string, begin: Date, end: Date): Promise<TidePrediction[]> {
  const response = await axios.get('https://tides.example/api/prod/datagetter', {
    params: { station, begin_date: begin.toISOString(), end_date: end.toISOString(), product: 'predictions', units: 'metric' },
  })
  if (response.status !== 200) throw new Error('could not load tides for ' + station)
  return response.data.predictions.map((p: { t: string; v: string }) => ({ station, time: p.t, height: parseFloat(p.v) }))
}

export class TideCache {
  private cache = new Map<string, { at: number; value: TidePrediction[] }>()
  constructor(private ttl: number) {}
  async get(station: string, begin: Date, end: Date) {
    const key = station + begin.toISOString() + end.toISOString()
    const hit = this.cache.get(key)
    if (hit && Date.now() - hit.at < this.ttl) return hit.value
    const value = await fetchTides(station, begin, end)
    this.cache.set(key, { at: Date.now(), value })
    return value
  }
}
`
