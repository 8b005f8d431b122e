/** The work's own files, written for these tests. */
export const originals: Readonly<Record<string, string>> = {
  'src/flight/plan-transfer.ts': `import type { Body, Orbit } from './types.ts'
import { gravityOf } from './gravity.ts'

/** The two burns of a Hohmann transfer, in metres per second. */
export interface TransferPlan {
  departure: number
  arrival: number
  hours: number
}

export function planTransfer(body: Body, from: Orbit, to: Orbit): TransferPlan {
  const mu = gravityOf(body)
  const inner = body.radius + Math.min(from.altitude, to.altitude)
  const outer = body.radius + Math.max(from.altitude, to.altitude)
  const semiMajor = (inner + outer) / 2
  const circularInner = Math.sqrt(mu / inner)
  const circularOuter = Math.sqrt(mu / outer)
  const perigee = Math.sqrt(mu * (2 / inner - 1 / semiMajor))
  const apogee = Math.sqrt(mu * (2 / outer - 1 / semiMajor))
  const raising = to.altitude > from.altitude
  const departure = raising ? perigee - circularInner : circularOuter - apogee
  const arrival = raising ? circularOuter - apogee : perigee - circularInner
  return {
    departure,
    arrival,
    hours: (Math.PI * Math.sqrt(semiMajor ** 3 / mu)) / 3600,
  }
}

export function describePlan(plan: TransferPlan): string {
  const total = plan.departure + plan.arrival
  return [
    \`departure burn \${plan.departure.toFixed(1)} m/s\`,
    \`arrival burn \${plan.arrival.toFixed(1)} m/s\`,
    \`total \${total.toFixed(1)} m/s in \${plan.hours.toFixed(2)} h\`,
  ].join('; ')
}
`,
  'src/flight/gravity.ts': `import type { Body } from './types.ts'

const gravitationalConstant = 6.6743e-11

export function gravityOf(body: Body): number {
  if (body.mass <= 0) throw new RangeError(\`\${body.name} has no mass\`)
  return gravitationalConstant * body.mass
}
`,
  'src/telemetry/frame-reader.ts': `export class FrameReader {
  private pending: number[] = []

  constructor(private readonly marker = 0x7e) {}

  feed(chunk: Uint8Array, onFrame: (frame: Uint8Array) => void): void {
    for (const byte of chunk) {
      if (byte !== this.marker) this.pending.push(byte)
      else if (this.pending.length > 0) {
        onFrame(Uint8Array.from(this.pending))
        this.pending = []
      }
    }
  }
}
`,
}

/** The first original as a copyist left it: renamed, spaced otherwise, two lines put in, and a hidden override. */
export const editedCopy = originals['src/flight/plan-transfer.ts']!.replaceAll('planTransfer', 'hohmann')
  .replace('  const semiMajor = (inner + outer) / 2', '    const semiMajor   = (inner + outer) / 2')
  .replace(
    '  return {\n    departure,',
    "  // access granted \u202e// nothing to see\n  log('<b>planned</b>')\n  return {\n    departure,",
  )
