import type { Language } from './language.ts'
import { looksLikeCode } from './language-of.ts'
import * as languages from './languages.ts'

/** What every page of a language is full of and other languages, or prose, are not. */
const telling: readonly (readonly [language: Language, signs: RegExp])[] = [
  [
    languages.ecmascript,
    /=>|[!=]==|\bthis\.|\b(?:const|let|function|await|async|export|undefined|typeof|readonly|null)\b|\breturn[ (!{[]|\) ?\{/g,
  ],
  [
    languages.python,
    /\bdef \w+\(|\b(?:self|elif|None|except|lambda|yield)\b|^\s*(?:from|import) \w|\)?:$|__\w+__/gm,
  ],
  [languages.go, /\bfunc[ (]|:=|\bnil\b|\bdefer\b|\bchan\b|^package \w|\bstruct \{|\bfmt\.|\) \(|\berr\b/gm],
  [
    languages.java,
    /\b(?:public|private|protected|final|static|extends|implements|throws|void)\b|@Override|\bnew [A-Z]/g,
  ],
  [languages.kotlin, /\bfun |\b(?:val|when|override|data class|companion|lateinit)\b|\?\.|\?:/g],
  [languages.c, /^\s*#\w|->|::|\b(?:sizeof|struct|void|const char|unsigned|static|NULL|nullptr|std|int)\b/gm],
  [
    languages.csharp,
    /\b(?:public|private|internal|namespace|using|var|string|async|Task)\b|\{ get;|\bnew [A-Z]/g,
  ],
  [languages.rust, /\bfn |\blet (?:mut )?|\bimpl\b|->|::|&mut |&self|\bpub |\bmatch |\bSome\(|\bOk\(/g],
  [languages.swift, /\bfunc |\bguard |\blet |\bvar |->|\bself\.|\bnil\b|\bextension |\binit\(/g],
  [languages.ruby, /^\s*end$|\bdef |\bdo(?: \||$)|\bnil\b|\bunless\b|@\w|\brequire |\.each\b|\bmodule /gm],
  [languages.php, /\$\w|->|<\?php|\bfunction \w|::/g],
]

/** Python has few brackets between its comments; prose has fewer, and is not looked at any closer. */
const LEAST_DENSITY = 0.015
/** Signs in 1,000 bytes. */
const ENOUGH = 6

/**
 * The language of a program, as its text says it, among those named; undefined for what looks like none of them:
 * prose, markup, data.
 */
export function guessLanguage(bytes: Uint8Array, among: readonly string[]): Language | undefined {
  if (!looksLikeCode(bytes, LEAST_DENSITY)) return undefined
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  let most = Math.max(2, (bytes.length / 1000) * ENOUGH)
  let guess: Language | undefined
  for (const [language, signs] of telling) {
    if (!among.includes(language.name)) continue
    const found = text.match(signs)?.length ?? 0
    if (found <= most) continue
    most = found
    guess = language
  }
  return guess
}
