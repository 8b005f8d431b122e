import { createHash } from 'node:crypto'

export interface Asset {
  /** `/assets/NAME.HASH.EXT`: the name changes with the content, so a browser may keep it for good. */
  url: string
  type: string
  bytes: Buffer
}

export function createAsset(name: string, type: string, bytes: Buffer): Asset {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return { url: `/assets/${name.replace('.', `.${hash}.`)}`, type, bytes }
}
