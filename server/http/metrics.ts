import type { RequestHandler } from 'express'

export interface ServedRequest {
  method: string
  route: string
  status: number
}

/** Counters of this process, in Prometheus' text format. */
export interface Metrics {
  count: (request: ServedRequest, seconds: number) => void
  text: () => string
}

export function createMetrics(uptime: () => number, memory: () => number): Metrics {
  const served = new Map<string, { requests: number; seconds: number }>()
  return {
    count({ method, route, status }, seconds) {
      // Methods are the client's words; only known ones become a label, so that nobody can grow this map.
      const verb = ['GET', 'HEAD', 'POST'].includes(method) ? method : 'OTHER'
      const labels = `{method="${verb}",route="${route}",status="${status}"}`
      const sum = served.get(labels) ?? { requests: 0, seconds: 0 }
      served.set(labels, { requests: sum.requests + 1, seconds: sum.seconds + seconds })
    },
    text: () =>
      [
        ...family(
          'clawback_http_requests_total',
          'counter',
          'Requests answered.',
          [...served].map(([labels, s]) => [labels, s.requests]),
        ),
        ...family(
          'clawback_http_request_seconds_total',
          'counter',
          'Time spent answering.',
          [...served].map(([labels, s]) => [labels, s.seconds]),
        ),
        ...family('clawback_uptime_seconds', 'gauge', 'Since the process started.', [['', uptime()]]),
        ...family('clawback_memory_bytes', 'gauge', 'Resident memory of the process.', [['', memory()]]),
        '',
      ].join('\n'),
  }
}

export function showMetrics(metrics: Metrics): RequestHandler {
  return (_req, res) => void res.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.text())
}

function family(
  name: string,
  type: string,
  help: string,
  values: [labels: string, value: number][],
): string[] {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...values.map(([labels, value]) => `${name}${labels} ${value}`),
  ]
}
