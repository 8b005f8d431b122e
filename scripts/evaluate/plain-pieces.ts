/** A piece of a text in Python or Go. All pieces together are the text. */
export interface Piece {
  kind: 'space' | 'break' | 'comment' | 'string' | 'word' | 'number' | 'mark'
  text: string
}

const python =
  /(?<break>\r?\n)|(?<space>(?:[ \t\f]|\\\r?\n)+)|(?<comment>#[^\n]*)|(?<string>[rbfuRBFU]{0,2}(?:"""[^]*?"""|'''[^]*?'''|"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*'))|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<number>\d[\w.]*)|(?<mark>[^])/gu

const go =
  /(?<break>\r?\n)|(?<space>[ \t\f]+)|(?<comment>\/\/[^\n]*|\/\*[^]*?\*\/)|(?<string>"(?:\\.|[^"\\\n])*"|`[^`]*`|'(?:\\.|[^'\\\n])+')|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<number>\d[\w.]*)|(?<mark>:=|[^])/gu

const patterns = { python, go }

/** Takes a text apart. Never fails: what it does not know is a mark. */
export function piecesOf(text: string, language: 'python' | 'go'): Piece[] {
  return [...text.matchAll(patterns[language])].map(({ 0: piece, groups }) => ({
    kind: Object.keys(groups!).find((kind) => groups![kind] !== undefined) as Piece['kind'],
    text: piece,
  }))
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}

/** The nearest piece with meaning before (`step` -1) or after (1) a place; across lines, past comments. */
export function neighbour(pieces: readonly Piece[], at: number, step: 1 | -1): Piece | undefined {
  let i = at + step
  while (pieces[i] && /space|break|comment/.test(pieces[i]!.kind)) i += step
  return pieces[i]
}
