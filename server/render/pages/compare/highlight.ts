import hljs from 'highlight.js/lib/common'
import { runInNewContext } from 'node:vm'

/** A piece of a line. `kind` is a class of the stylesheet, null for plain text. */
export interface Token {
  kind: 'keyword' | 'string' | 'number' | 'title' | 'comment' | null
  text: string
}

const kinds: Readonly<Record<string, Token['kind']>> = {
  keyword: 'keyword',
  literal: 'keyword',
  built_in: 'keyword',
  type: 'title',
  tag: 'keyword',
  string: 'string',
  regexp: 'string',
  char: 'string',
  number: 'number',
  title: 'title',
  name: 'title',
  section: 'title',
  comment: 'comment',
  doctag: 'comment',
  quote: 'comment',
  meta: 'comment',
}

/** What a page may spend on colour. A stranger wrote the file: it may be built to make a grammar run for ever. */
const most = { characters: 200_000, milliseconds: 250 }

/** The lines of a file in colour, or plain where its language is unknown or colouring takes too long. */
export function highlightLines(text: string, path: string): Token[][] {
  const language = languageOf(path)
  if (language === null || text.length > most.characters) return plainLines(text)
  try {
    const colour = () => hljs.highlight(text, { language, ignoreIllegals: true }).value
    // The only clock in Node that stops a running regular expression is a script's.
    return splitLines(runInNewContext('colour()', { colour }, { timeout: most.milliseconds }) as string)
  } catch {
    return plainLines(text)
  }
}

export function plainLines(text: string): Token[][] {
  return text.split(lineEnd).map((line) => (line === '' ? [] : [{ kind: null, text: line }]))
}

const lineEnd = /\r?\n/

function languageOf(path: string): string | null {
  const extension = /\.([a-z\d]+)$/i.exec(path)?.[1]?.toLowerCase()
  return extension !== undefined && hljs.getLanguage(extension) !== undefined ? extension : null
}

/** Highlighted HTML as tokens by line: the page's own templates do the escaping, this HTML is never passed on. */
function splitLines(html: string): Token[][] {
  const lines: Token[][] = [[]]
  const open: Token['kind'][] = []
  for (const [piece, className] of html.matchAll(/<span class="([^"]*)">|<\/span>|[^<]+/g)) {
    if (className !== undefined)
      open.push(kinds[/^hljs-(\w+)/.exec(className)?.[1] ?? ''] ?? open.at(-1) ?? null)
    else if (piece === '</span>') open.pop()
    else {
      unescape(piece)
        .split(lineEnd)
        .forEach((text, i) => {
          if (i > 0) lines.push([])
          if (text !== '') lines.at(-1)!.push({ kind: open.at(-1) ?? null, text })
        })
    }
  }
  return lines
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}

function unescape(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity)
}
