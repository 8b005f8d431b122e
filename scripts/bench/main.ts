import { measureComparing } from './measure-comparing.ts'
import { measureFolderImport, measureImport } from './measure-import.ts'
import { measureMarch2026 } from './measure-march-2026.ts'
import { measureStart } from './measure-start.ts'
import { measureTracking } from './measure-tracking.ts'
import { measurePages } from './pages/measure-pages.ts'
import { measurePaint } from './pages/measure-paint.ts'
import { measureNaive, measureNetwork } from './network/measure-network.ts'
import { measureKills, measureWeather } from './network/measure-trouble.ts'

const measures: Record<string, () => Promise<string>> = {
  start: measureStart,
  import: measureImport,
  'folder-import': measureFolderImport,
  comparing: measureComparing,
  network: () => measureNetwork(8100),
  naive: () => measureNaive(8100),
  kills: () => measureKills(8100),
  weather: () => measureWeather(8100),
  'large-network': () => measureNetwork(50_000),
  'march-2026': () => measureMarch2026(8100, 97),
  tracking: () => measureTracking(10_000),
  pages: () => measurePages({ matches: 50_000, events: 100_000 }),
  paint: () => measurePaint({ matches: 50_000, events: 100_000 }),
}

// Figures as ratios against something run beside them: absolute times say more about the machine.
const asked = process.argv.slice(2)
for (const name of asked.length > 0 ? asked : Object.keys(measures)) {
  const measure = measures[name]
  if (measure === undefined) throw new Error(`no bench "${name}": ${Object.keys(measures).join(', ')}`)
  process.stdout.write(`${await measure()}\n`)
}
