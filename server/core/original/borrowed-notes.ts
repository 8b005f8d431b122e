/** What a note says: from where, and whether it speaks for the whole file, for all that follows, or for what comes next. */
export interface BorrowedNote {
  from: string
  speaksFor: 'the file' | 'all that follows' | 'what comes next'
}

const taken =
  'adapted ported copied copy-pasted copypasted pasted borrowed taken forked lifted stolen cribbed vendored inlined backported extracted stripped modified'
const followed =
  'derived translated transcribed reproduced based\\s(?:up)?on inspired\\sby modified\\sversion\\sof reuses\\s(?:the\\s)?code\\sfrom'

const url = String.raw`(?:https?:\/\/|(?:www\.)?(?:github|gitlab|bitbucket|stackoverflow)\.(?:com|org)\/)[^\s)>\]"'\x60]+`
const codeUrl = String.raw`(?:https?:\/\/)?(?:www\.)?(?:stackoverflow\.com|gist\.github\.com|(?:github|gitlab)\.com\/[\w.-]+\/[\w.-]+\/(?:blob|raw|tree))\/[^\s)>\]"'\x60]+`

const codeHost = String.raw`(?:https?:\/\/)?(?:www\.)?(?:github|gitlab|bitbucket)\.(?:com|org)\/[\w.-]+\/[^\s)>\]"'\x60]+`

/** A link is a source where the note names it as one; `See https://…` only explains. */
const linked: readonly RegExp[] = [
  // A port is also what a server listens on: only of something with a name, and of what lies where code does.
  new RegExp(
    String.raw`\b(?:[Pp]ort|[Rr]ewrite) of (?:an? |the )?(?=["'\x60@A-Z])[^\n]{0,60}?\n?[^\n]{0,60}?(${codeHost})`,
  ),
  new RegExp(String.raw`\b${oneOf(`${taken} ${followed}`)}\b[^\n]{0,60}?\n?[^\n]{0,60}?(${url})`),
  new RegExp(
    String.raw`\b(?:[Ss]ources?|[Cc]redits?(?: (?:to|goes to))?|[Cc]ourtesy(?: of)?|[Tt]hanks to|[Vv]ia|[Ff]rom):?\s{0,3}(${codeUrl})`,
  ),
]

/** "The value is copied from …" says what the code does; a note begins with the verb, or is about the code. */
const beginning = String.raw`(?:^|[.;:!?(\[–—-][ \t]*|\b${oneOf(
  'code function functions class method methods type types helper helpers implementation algorithm logic snippet regex regexp parser table list constants styles file module this these following below above was were mostly heavily largely mainly partly partially loosely shamelessly originally directly verbatim blatantly freely slightly simply',
)}\b[^.\n]{0,30}?[ \t])`

/** Names of code that much is taken from and that are written like any other word. */
const lenders = oneOf(
  'node react lodash underscore jquery angular vue svelte preact ember backbone rollup webpack babel esbuild vite terser chromium firefox webkit linux python cpython django flask rails npm yarn pnpm git gcc llvm clang golang rust typescript jest mocha express koa fastify moment luxon d3 redux immer deno bun v8 jsdom sizzle bluebird chalk commander yargs vscode electron prettier eslint zod ajv axios numpy pytorch tensorflow openssl curl sqlite postgres mysql',
)
/** "From per-tenant settings" speaks of settings: after a name, no other noun follows. */
const ending = String.raw`(?=["'\x60]?\s*(?:$|[.,;:!?()\n]|'s\b|\b(?:to|and|with|but|which|because|so|since|for|in|at|under|as|by|v?\d|versions?|package|library|module|repo|repository|project|source|code|implementation)\b))`
const source = [
  String.raw`@[a-z][\w.-]*\/[a-z][\w.-]*`,
  String.raw`[A-Za-z][a-z0-9]*\.js\b`,
  String.raw`${lenders}${ending}`,
  String.raw`[a-z][a-z0-9]*(?:-[a-z0-9]+)+${ending}`,
  // Packages that come with Go; any other path may be the work's own.
  String.raw`(?:archive|compress|container|crypto|database|encoding|go|hash|html|io|log|math|mime|net|os|path|runtime|sync|testing|text|unicode)\/[a-z]+${ending}`,
  String.raw`(?:[Ss]tack ?[Oo]verflow|npm package|(?:public |[Gg]it[Hh]ub )?gist|blog ?post|open[- ]source|(?:[\w.@/-]+ )?(?:library|repo(?:sitory)?)\b)`,
  String.raw`(?!${oneOf('URL URI JSON XML HTML CSS DOM API HTTP HTTPS ID UI DB SQL CLI CSV ENV OS TTY EXIF')}\b)[A-Z][\w+]*(?: [A-Z][\w+]*){0,3}(?!\w|[.#]\w|\(|::)`,
].join('|')
const named = new RegExp(
  String.raw`${beginning}(?:${oneOf(taken)}\b(?:[ \t]+[\w-]+){0,3}?|[Bb]ased)[ \t]+from[ \t]*\n?[ \t]*(?:an? |the |this )?["'\x60]?(${source})`,
  'm',
)

const wholeFile = /\b(?:this|the|entire|whole) (?:entire |whole )?(?:file|module|script|folder|directory)\b/i
const following =
  /\b(?:the following|following (?:code|functions|methods|classes|types|helpers|sections?)|(?:everything|all|code|functions|methods|helpers|types|the rest) below|below (?:is|are|this|here)|these|the rest)\b/i

/** Most comments, and most files, are done with after one look. */
const mayBeNote = new RegExp(
  String.raw`\b${oneOf(`${taken} ${followed} based\\sfrom`)}\b|(?:stackoverflow|github|gitlab)\.com\/`,
)

export function mayHoldNote(text: string): boolean {
  return mayBeNote.test(text)
}

/**
 * Whether a comment says that what it stands at was taken from elsewhere. A name that the file's own code holds
 * (a class, a constant) and a path into the same work are no elsewhere.
 * @param code the file without its comments
 */
export function readBorrowedNote(comment: string, code: string): BorrowedNote | null {
  if (!mayHoldNote(comment)) return null
  const from = linked.map((pattern) => pattern.exec(comment)?.[1]).find(Boolean) ?? namedIn(comment, code)
  if (from === undefined) return null
  if (wholeFile.test(comment)) return { from, speaksFor: 'the file' }
  return { from, speaksFor: following.test(comment) ? 'all that follows' : 'what comes next' }
}

function namedIn(comment: string, code: string): string | undefined {
  const name = named.exec(comment)?.[1]
  if (name === undefined || !/^\w+$/.test(name)) return name
  return new RegExp(String.raw`\b${name}\b`).test(code) ? undefined : name
}

/** Words separated by blanks, each with a capital or without. */
function oneOf(words: string): string {
  const either = words
    .split(' ')
    .map((word) => (/^[a-z]/.test(word) ? `[${word[0]!.toUpperCase()}${word[0]!}]${word.slice(1)}` : word))
  return `(?:${either.join('|')})`
}
