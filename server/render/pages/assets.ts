import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../package-root.ts'

export interface Asset {
  /** `/assets/NAME.HASH.EXT`: the name changes with the content, so a browser may keep it for good. */
  url: string
  type: string
  bytes: Buffer
}

/** The stylesheet's parts, in the order in which they build on each other. */
const styleParts = [
  'tokens',
  'frame',
  'tabs',
  'text',
  'table',
  'badge',
  'form',
  'figures',
  'chart',
  'compare',
  'notice',
  'print',
]

const folder = join(packageRoot, 'templates', 'assets')

/** What pages need besides themselves, read once. */
export const assets = {
  style: asset(
    'style.css',
    'text/css; charset=utf-8',
    Buffer.concat(styleParts.map((part) => readFileSync(join(folder, 'style', `${part}.css`)))),
  ),
  script: asset(
    'pages.js',
    'text/javascript; charset=utf-8',
    readFileSync(join(folder, 'script', 'pages.js')),
  ),
  icon: asset('icon.svg', 'image/svg+xml', readFileSync(join(folder, 'icon.svg'))),
}

function asset(name: string, type: string, bytes: Buffer): Asset {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return { url: `/assets/${name.replace('.', `.${hash}.`)}`, type, bytes }
}
