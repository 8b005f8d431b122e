export interface SplitText {
  /** The comments before the first code. */
  header: string
  comments: string
  code: string
}

// A quoted string ends with its line, so that one stray quote costs a line and not the rest of the file.
const quoted = String.raw`"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?`
const template = String.raw`\x60(?:[^\x60\\]|\\[^])*\x60?`
// A slash opens a regular expression where no operand precedes it. The bounds keep hostile lines linear.
const regex = String.raw`(?<=(?:^|[=(,:[!&|?{};+\-*%~^<>]|\breturn|\bcase|\btypeof)[ \t]{0,20})\/(?![*\/])(?:[^\/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.){0,200}\]){1,400}\/`
const block = String.raw`\/\*[^]*?(?:\*\/|$(?![^]))`
const markupComment = String.raw`<!--[^]*?(?:-->|$(?![^]))`
const docstring = String.raw`"""[^]*?(?:"""|$(?![^]))|'''[^]*?(?:'''|$(?![^]))`

/** Comments are captured, strings are stepped over. */
const habits = {
  c: new RegExp(String.raw`(\/\/[^\n]*|${block}|^#![^\n]*)|${quoted}|${template}|${regex}`, 'gm'),
  css: new RegExp(`(${block})|${quoted}`, 'gm'),
  hash: new RegExp(String.raw`(#[^\n]*)|${docstring}|${quoted}`, 'gm'),
  dash: new RegExp(String.raw`(--[^\n]*|${block})|${quoted}`, 'gm'),
  markup: new RegExp(`(${markupComment})`, 'gm'),
}

const extensions: Record<keyof typeof habits, string> = {
  c: 'js jsx cjs mjs ts tsx cts mts java kt kts scala groovy gradle c h cc cpp cxx hpp hh m mm cs go rs swift dart php proto thrift zig sol scss less jsonc vue svelte',
  css: 'css',
  hash: 'py pyi rb sh bash zsh fish pl pm r jl yml yaml toml ex exs cr nim tf hcl mk cmake ps1 graphql gql',
  dash: 'sql lua hs elm adb ads',
  markup: 'html htm xml xsd wsdl xaml svg',
}

const habitOf = new Map(
  Object.entries(extensions).flatMap(([habit, list]) =>
    list.split(' ').map((extension) => [extension, habits[habit as keyof typeof habits]] as const),
  ),
)

export interface Comment {
  /** Where it begins and ends in the text, its marks included. */
  start: number
  end: number
  /** Without its marks. */
  text: string
}

const STANDING_ALONE = /(?:^|\n)[ \t]*$/

/**
 * The comments of a text in order, lines of comments that follow each other as one; texts in triple quotes that stand
 * alone are comments too.
 */
export function* commentsOf(path: string, text: string): Generator<Comment> {
  const habit = habitOf.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase())
  if (habit === undefined) return
  let open: { start: number; end: number; isLine: boolean } | undefined
  const closed = ({ start, end }: { start: number; end: number }): Comment => ({
    start,
    end,
    text: withoutMarks(text.slice(start, end)),
  })
  for (const found of text.matchAll(habit)) {
    const isDocstring =
      /^(?:"""|''')/.test(found[0]) && STANDING_ALONE.test(text.slice(0, found.index).slice(-200))
    const comment = found[1] ?? (isDocstring ? found[0] : undefined)
    if (comment === undefined) continue
    const end = found.index + comment.length
    const isLine = !comment.includes('\n') && !/\*\/$/.test(comment)
    if (open?.isLine && isLine && /^[ \t]*\n[ \t]*$/.test(text.slice(open.end, found.index))) {
      open.end = end
      continue
    }
    if (open) yield closed(open)
    open = { start: found.index, end, isLine }
  }
  if (open) yield closed(open)
}

/**
 * Parts a text into comments and code by the habits of its language, tolerantly. Strings, templates and regular
 * expressions are stepped over: a licence in a string is no licence header.
 */
export function splitComments(path: string, text: string): SplitText {
  const habit = habitOf.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase())
  if (habit === undefined) return { header: '', comments: '', code: text }
  const comments: string[] = []
  const code: string[] = []
  const prologue = habit === habits.c ? endOfPrologue(text) : 0
  let headerEnds: number | null = null
  let from = 0
  for (const found of text.matchAll(habit)) {
    const before = text.slice(from, found.index)
    if (headerEnds === null && holdsCode(text.slice(Math.max(from, prologue), found.index)))
      headerEnds = comments.length
    const comment = found[1] ?? (headerEnds === null && /^("""|''')/.test(found[0]) ? found[0] : undefined)
    if (comment === undefined) {
      if (found.index >= prologue && !/^['"]use \w+['"]$/.test(found[0])) headerEnds ??= comments.length
      continue
    }
    code.push(before)
    comments.push(withoutMarks(comment))
    from = found.index + comment.length
  }
  code.push(text.slice(from))
  const header = comments.slice(0, headerEnds ?? comments.length)
  return { header: header.join('\n'), comments: comments.join('\n'), code: code.join('') }
}

/** One statement of those that the TypeScript compiler puts above a module's own text, its header included. */
const prologueStatement = new RegExp(
  [
    String.raw`\/\/[^\n]*|${block}|['"]use strict['"]`,
    String.raw`Object\.defineProperty\(exports, ['"]__esModule['"], \{ value: true \}\)`,
    String.raw`(?:exports\.\w+ = )+(?:void 0|undefined)`,
    String.raw`var __\w+ = \(this && this\.__\w+\)[^]*?\n\}\)*(?=;)`,
  ].join('|'),
  'y',
)

/** Where the prologue of a compiled module ends; 0 where there is none. */
function endOfPrologue(text: string): number {
  let at = 0
  let end = 0
  while (at < text.length) {
    prologueStatement.lastIndex = at
    const length = /[\s;]/.test(text[at]!) ? 1 : (prologueStatement.exec(text)?.[0].length ?? 0)
    if (length === 0) break
    if (length > 1 && text[at] !== '/') end = at + length
    at += length
  }
  return end
}

/** JavaScript without what stands in quotes, in templates and in regular expressions: what it does, not what it says. */
export function withoutTexts(code: string): string {
  return code.replace(habits.c, '""')
}

/** What may stand before a header without ending it: openings of PHP and XML files, `'use strict'`. */
function holdsCode(text: string): boolean {
  return /[^\s\ufeff;]/.test(text.replace(/<\?(?:php|xml[^>]*>)?|<!doctype[^>]*>|['"]use \w+['"]/gi, ''))
}

function withoutMarks(comment: string): string {
  return comment
    .replace(/^(?:\/\*+!?|<!--|"""|''')|(?:\*+\/|-->|"""|''')$/g, '')
    .replace(/^[ \t]*(?:\/\/[\/!]*|#+!?|--+|\*+(?!\/))?[ \t]?/gm, '')
}
