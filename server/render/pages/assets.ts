import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../package-root.ts'
import { createAsset } from './asset.ts'
import { readModules } from './read-modules.ts'

/** The stylesheet's parts, in the order in which they build on each other. */
const styleParts = [
  'tokens',
  'frame',
  'tabs',
  'text',
  'table',
  'badge',
  'form',
  'intake',
  'figures',
  'chart',
  'compare',
  'matches',
  'notice',
  'workshop',
  'network',
  'measures',
  'scan',
  'print',
]

const folder = join(packageRoot, 'templates', 'assets')

const network = readModules(join(folder, 'script', 'network'), 'main')

/** What pages need besides themselves, read once. */
export const assets = {
  style: createAsset(
    'style.css',
    'text/css; charset=utf-8',
    Buffer.concat(styleParts.map((part) => readFileSync(join(folder, 'style', `${part}.css`)))),
  ),
  script: createAsset(
    'pages.js',
    'text/javascript; charset=utf-8',
    readFileSync(join(folder, 'script', 'pages.js')),
  ),
  intakeScript: createAsset(
    'intake.js',
    'text/javascript; charset=utf-8',
    readFileSync(join(folder, 'script', 'intake.js')),
  ),
  workshopScript: createAsset(
    'workshop.js',
    'text/javascript; charset=utf-8',
    readFileSync(join(folder, 'script', 'workshop.js')),
  ),
  matchesScript: createAsset(
    'matches.js',
    'text/javascript; charset=utf-8',
    readFileSync(join(folder, 'script', 'matches.js')),
  ),
  scanScript: createAsset(
    'scan.js',
    'text/javascript; charset=utf-8',
    readFileSync(join(folder, 'script', 'scan.js')),
  ),
  network: network.get('main')!,
  chart: createAsset(
    'chart.js',
    'text/javascript; charset=utf-8',
    readFileSync(join(folder, 'script', 'chart.js')),
  ),
  icon: createAsset('icon.svg', 'image/svg+xml', readFileSync(join(folder, 'icon.svg'))),
}

/** Everything that `/assets` answers with: also what only another asset asks for. */
export const everyAsset = [...Object.values(assets), ...network.values()]
