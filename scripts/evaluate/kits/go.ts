import type { Disguise } from '../disguises.ts'
import { editLines, plainDisguises } from '../edit-lines.ts'
import { madeNames } from '../made-names.ts'
import { neighbour, piecesOf, textOf, type Piece } from '../plain-pieces.ts'
import type { LanguageKit, Passage } from './kit.ts'

const keywords = new Set(
  'break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var nil true false iota string int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 float32 float64 byte rune bool error any make new len cap append copy delete panic recover close print println init main'.split(
    ' ',
  ),
)

/** Go: written as gofmt would not. */
export const goKit: LanguageKit = {
  isSource: (path) => path.endsWith('.go'),
  disguisesOf: () => disguises,
  functionsOf,
  seamOf,
  codeLines: (text) =>
    text
      .replace(/^import \([^)]*\)/gm, '')
      .split('\n')
      .filter((line) => /\w/.test(line) && !/^\s*(\/\/|\*|\/\*|import\b|package\b)/.test(line)).length,
}

const additions = [
  'log.Printf("reached %d", 17)',
  'span := tracer.Begin(scope)',
  '// to be looked at again',
  'counters.Add("calls", 1)',
]

const disguises = Object.entries<Disguise>({
  ...plainDisguises,
  whitespace: (text) =>
    `\ufeff${text.replace(/^\t+/gm, (blank) => '    '.repeat(blank.length)).replace(/[ \t]+$/gm, '')}`,
  formatting: reformat,
  comments: (text) => textOf(piecesOf(text, 'go').filter(({ kind }) => kind !== 'comment')),
  'locals renamed': renameLocals,
  'everything renamed': renameEverything,
  '30 % of lines edited': (text, random) => editLines(text, 0.3, additions, random),
  'renamed and formatted': (text, random) => reformat(renameLocals(text, random)),
}).map(([name, disguise]) => ({ name, ending: 'go', disguise }))

/** Two blanks a level, one argument a line, no alignment, other blank lines. */
function reformat(text: string): string {
  let depth = 0
  let isLineStart = true
  let out = ''
  for (const piece of piecesOf(text, 'go')) {
    if (piece.text === '(') depth++
    if (piece.text === ')') depth--
    const startsLine = isLineStart
    isLineStart = piece.kind === 'break'
    if (piece.kind === 'space') out += startsLine ? '  '.repeat(piece.text.length) : ' '
    else if (piece.text === ',' && depth > 0) out += ',\n      '
    else out += piece.text
  }
  return out.replace(/\n\s*\n+/g, '\n').replace(/\n(?=(?:func|type|var|const)\b)/g, '\n\n\n')
}

/** What `:=`, `var` and parameter lists declare; a name that is also a member or a key stays. */
function renameLocals(text: string, random: () => number): string {
  const pieces = piecesOf(text, 'go')
  const declared = new Set<string>()
  const kept = new Set<string>()
  for (const [at, { kind, text: word }] of pieces.entries()) {
    if (word === ':=') for (const name of namesBefore(pieces, at)) declared.add(name)
    if (kind !== 'word') continue
    const before = neighbour(pieces, at, -1)?.text
    const next = neighbour(pieces, at, 1)
    if (before === '.' || next?.text === ':' || /^[A-Z]/.test(word)) kept.add(word)
    else if (
      before === 'var' ||
      (/^[(,]$/.test(before ?? '') && isType(next) && pieces[at + 1]?.kind === 'space')
    )
      declared.add(word)
  }
  const nameFor = madeNames(random)
  return renamed(pieces, (word) => (declared.has(word) && !kept.has(word) ? nameFor(word) : word))
}

function namesBefore(pieces: readonly Piece[], at: number): string[] {
  const names: string[] = []
  for (let i = at - 1; i >= 0 && /^(?:space|word)$|^,$/.test(kindOrComma(pieces[i]!)); i--)
    if (pieces[i]!.kind === 'word') names.push(pieces[i]!.text)
  return names.filter((name) => !keywords.has(name))
}

function kindOrComma({ kind, text }: Piece): string {
  return text === ',' ? ',' : kind
}

function isType(piece: Piece | undefined): boolean {
  return piece !== undefined && (piece.kind === 'word' || /^[*[.]$/.test(piece.text))
}

function renameEverything(text: string, random: () => number): string {
  return renamed(piecesOf(text, 'go'), madeNames(random))
}

function renamed(pieces: readonly Piece[], nameOf: (word: string) => string): string {
  return textOf(
    pieces.map((piece) =>
      piece.kind === 'word' && !keywords.has(piece.text) ? { ...piece, text: nameOf(piece.text) } : piece,
    ),
  )
}

function functionsOf(text: string): Passage[] {
  return [...text.matchAll(/^func [^]*?^\}$/gm)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }))
}

function seamOf(text: string): number {
  const starts = [...text.matchAll(/^(?:func|type) /gm)].map(({ index }) => index)
  return starts[starts.length >> 1] ?? 0
}
