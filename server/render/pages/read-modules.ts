import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAsset, type Asset } from './asset.ts'

/**
 * A script's module and all that it imports from its own folder, as assets by their name. An import names the other's
 * address, which changes with its content, and so does the importer's own.
 * @throws Error when two modules import each other
 */
export function readModules(folder: string, main: string): Map<string, Asset> {
  const assets = new Map<string, Asset>()
  const reading = new Set<string>()
  const read = (name: string): Asset => {
    const known = assets.get(name)
    if (known !== undefined) return known
    if (reading.has(name)) throw new Error(`${name}.js imports itself in a ring`)
    reading.add(name)
    const source = readFileSync(join(folder, `${name}.js`), 'utf8')
    const text = source.replace(
      /(^import [^'\n]*')\.\/([a-z-]+)\.js'/gm,
      (_, begin: string, other: string) => `${begin}${read(other).url}'`,
    )
    const asset = createAsset(`${name}.js`, 'text/javascript; charset=utf-8', Buffer.from(text))
    assets.set(name, asset)
    return asset
  }
  read(main)
  return assets
}
