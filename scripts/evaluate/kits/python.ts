import type { Disguise } from '../disguises.ts'
import { editLines, plainDisguises } from '../edit-lines.ts'
import { madeNames } from '../made-names.ts'
import { neighbour, piecesOf, textOf, type Piece } from '../plain-pieces.ts'
import type { LanguageKit, Passage } from './kit.ts'

const keywords = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield match case self cls super print len range str int float list dict set tuple bool bytes object type isinstance hasattr getattr setattr enumerate zip map filter sorted open min max sum any all abs repr property staticmethod classmethod Exception ValueError TypeError KeyError AttributeError RuntimeError NotImplementedError StopIteration'.split(
    ' ',
  ),
)

/** Python: there is no formatter to call, so the ways of writing it differently are made here. */
export const pythonKit: LanguageKit = {
  isSource: (path) => /\.pyi?$/.test(path),
  disguisesOf: () => disguises,
  functionsOf,
  seamOf,
  codeLines: (text) =>
    text.split('\n').filter((line) => /\w/.test(line) && !/^\s*(#|import\b|from\b)/.test(line)).length,
}

const additions = [
  'logger.debug("reached %d", 17)',
  'span = tracer.begin(scope)',
  '# to be looked at again',
  'counters.add("calls", 1)',
]

const disguises = Object.entries<Disguise>({
  ...plainDisguises,
  whitespace: (text) =>
    `\ufeff${text.replace(/^( {4})+/gm, (blank) => '\t'.repeat(blank.length / 4)).replace(/[ \t]+$/gm, '')}`,
  formatting: reformat,
  comments: (text) => textOf(piecesOf(text, 'python').filter(({ kind }) => kind !== 'comment')),
  'comments and docstrings': withoutDocstrings,
  'locals renamed': renameLocals,
  'everything renamed': renameEverything,
  '30 % of lines edited': (text, random) => editLines(text, 0.3, additions, random),
  'renamed and formatted': (text, random) => reformat(renameLocals(text, random)),
}).map(([name, disguise]) => ({ name, ending: 'py', disguise }))

/** Half the indentation, other quotes, one argument a line where lines were broken before, other blank lines. */
function reformat(text: string): string {
  let depth = 0
  let isLineStart = true
  let out = ''
  for (const piece of piecesOf(text, 'python')) {
    if (piece.kind === 'mark' && '([{'.includes(piece.text)) depth++
    if (piece.kind === 'mark' && ')]}'.includes(piece.text)) depth--
    const startsLine = isLineStart
    isLineStart = piece.kind === 'break' && depth <= 0
    if (piece.kind === 'break') out += depth > 0 ? ' ' : '\n'
    else if (piece.kind === 'space') out += startsLine ? halved(piece.text) : ' '
    else if (piece.kind === 'string') out += requoted(piece.text)
    else if (piece.kind === 'comment') out += depth > 0 ? '' : piece.text
    else if (piece.text === ',' && depth > 0) out += `,\n${'   '.repeat(depth)}`
    else out += piece.text
  }
  return out.replace(/\n\s*\n+/g, '\n').replace(/\n(?=[ \t]*(?:def|class|@|async def)\b)/g, '\n\n\n')
}

function halved(blank: string): string {
  return ' '.repeat(Math.ceil(blank.replaceAll('\t', '    ').length / 2))
}

function requoted(literal: string): string {
  const found = /^([a-zA-Z]*)'([^'"\\\n]*)'$/.exec(literal) ?? /^([a-zA-Z]*)"([^'"\\\n]*)"$/.exec(literal)
  if (!found) return literal
  const quote = literal.endsWith("'") ? '"' : "'"
  return `${found[1]!}${quote}${found[2]!}${quote}`
}

function withoutDocstrings(text: string): string {
  const pieces = piecesOf(text, 'python').filter(({ kind }) => kind !== 'comment')
  return textOf(
    pieces.filter(({ kind }, at) => {
      const before = neighbour(pieces, at, -1)
      return !(kind === 'string' && (before === undefined || before.text === ':') && endsLine(pieces, at))
    }),
  )
}

function endsLine(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1]
  return next === undefined || next.kind === 'break'
}

/** Parameters and what functions assign to; a name that is also a member or a keyword argument stays. */
function renameLocals(text: string, random: () => number): string {
  const pieces = piecesOf(text, 'python')
  const declared = new Set<string>()
  const kept = new Set<string>()
  let depth = 0
  let isParameters = false
  let indented = false
  for (const [at, { kind, text: word }] of pieces.entries()) {
    if (kind === 'break' && depth === 0) indented = pieces[at + 1]?.kind === 'space'
    if ('([{'.includes(word) && kind === 'mark') {
      if (depth === 0) isParameters = isFunctionName(pieces, at)
      depth++
    }
    if (')]}'.includes(word) && kind === 'mark') depth--
    if (kind !== 'word') continue
    const before = neighbour(pieces, at, -1)?.text
    const after = neighbour(pieces, at, 1)?.text
    if (before === '.' || before === 'import' || after === 'import') kept.add(word)
    else if (isParameters && depth === 1 && /^[(,*]$/.test(before ?? '')) declared.add(word)
    else if (after === '=' && depth > 0) kept.add(word)
    else if (before === 'for' || before === 'as' || (after === '=' && indented)) declared.add(word)
  }
  const nameFor = madeNames(random)
  return renamed(pieces, (word) => (declared.has(word) && !kept.has(word) ? nameFor(word) : word))
}

/** Whether the parenthesis opens the parameters of a `def`. */
function isFunctionName(pieces: readonly Piece[], at: number): boolean {
  return pieces[at - 1]?.kind === 'word' && neighbour(pieces, at - 1, -1)?.text === 'def'
}

function renameEverything(text: string, random: () => number): string {
  const nameFor = madeNames(random)
  return renamed(piecesOf(text, 'python'), (word) => (/^__\w+__$/.test(word) ? word : nameFor(word)))
}

function renamed(pieces: readonly Piece[], nameOf: (word: string) => string): string {
  return textOf(
    pieces.map((piece) =>
      piece.kind === 'word' && !keywords.has(piece.text) ? { ...piece, text: nameOf(piece.text) } : piece,
    ),
  )
}

function functionsOf(text: string): Passage[] {
  const found: Passage[] = []
  for (const { 0: head, 1: indent, index } of text.matchAll(/^([ \t]*)(?:async )?def [^]*?:[ \t]*$/gm)) {
    // The body goes on as long as lines are indented further.
    const body = new RegExp(String.raw`(?:\n(?:[ \t]*(?=\n|$)|${indent!}[ \t]+[^\n]*))+`, 'y')
    body.lastIndex = index + head.length
    const lines = body.exec(text)
    if (lines) found.push({ start: index, end: index + head.length + lines[0].trimEnd().length })
  }
  return found
}

function seamOf(text: string): number {
  const starts = [...text.matchAll(/^(?:@|def |class |async def )/gm)].map(({ index }) => index)
  return starts[starts.length >> 1] ?? 0
}
