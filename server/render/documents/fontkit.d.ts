/** What we use of fontkit, which brings no types of its own. */
declare module 'fontkit' {
  export function create(font: Buffer): { hasGlyphForCodePoint(codePoint: number): boolean }
}
