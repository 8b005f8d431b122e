import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from 'fontkit'

export type FontName = 'body' | 'bold' | 'fixed'

export interface Font {
  bytes: Buffer
  hasShape: (codePoint: number) => boolean
}

const files: Record<FontName, string> = {
  body: 'DejaVuSans.ttf',
  bold: 'DejaVuSans-Bold.ttf',
  fixed: 'DejaVuSansMono.ttf',
}

/** DejaVu, which comes with Clawback: print must not depend on what the machine has. */
export function loadFonts(): Record<FontName, Font> {
  const resolve = createRequire(import.meta.url).resolve
  const load = (name: FontName): Font => {
    const bytes = readFileSync(resolve(`dejavu-fonts-ttf/ttf/${files[name]}`))
    const font = create(bytes)
    return { bytes, hasShape: (codePoint) => font.hasGlyphForCodePoint(codePoint) }
  }
  return { body: load('body'), bold: load('bold'), fixed: load('fixed') }
}
