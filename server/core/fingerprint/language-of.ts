import type { Language } from './language.ts'
import * as languages from './languages.ts'

const byExtension = new Map<string, Language>(
  (
    [
      ['ts tsx mts cts js jsx mjs cjs es es6 vue svelte astro json json5 jsonc', languages.ecmascript],
      ['py pyi pyw', languages.python],
      ['go', languages.go],
      ['java groovy scala', languages.java],
      ['kt kts', languages.kotlin],
      ['c h cc cpp cxx hpp hh hxx m mm ino cu glsl frag vert proto', languages.c],
      ['cs', languages.csharp],
      ['rs', languages.rust],
      ['swift dart', languages.swift],
      ['rb rake gemspec', languages.ruby],
      ['php phtml', languages.php],
      ['sh bash zsh ksh fish', languages.shell],
      ['sql', languages.sql],
      ['css scss less sass', languages.css],
      ['html htm xhtml xml svg hbs ejs', languages.markup],
      ['yml yaml toml ini conf cfg properties env', languages.configuration],
    ] as const
  ).flatMap(([extensions, language]) =>
    extensions.split(' ').map((extension) => [extension, language] as const),
  ),
)

/** The language of this name. */
export function languageNamed(name: string | undefined): Language | undefined {
  return Object.values(languages).find((language) => language.name === name)
}

/** The language that a file's name says; `undefined` where its text decides. */
export function languageOfName(path: string): Language | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  const dot = name.lastIndexOf('.')
  return dot < 0 ? undefined : byExtension.get(name.slice(dot + 1))
}

/**
 * The language a file is read as. A copy may carry any name, so what says nothing (`notes.txt`, no extension)
 * is judged by its text: code is dense in `;`, braces and parentheses, prose is not.
 */
export function languageOf(path: string, bytes: Uint8Array): Language {
  const known = languageOfName(path)
  if (known) return known
  return looksLikeCode(bytes) ? languages.ecmascript : languages.words
}

const QUERY = /^\s*(select|insert|update|delete|create|alter|with|merge)\s/i

/** The language of a text in quotes, by its text alone. */
export function languageOfText(bytes: Uint8Array): Language {
  const beginning = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  if (QUERY.test(beginning)) return languages.sql
  if (/^\s*</.test(beginning)) return languages.markup
  return looksLikeCode(bytes) ? languages.ecmascript : languages.words
}

const SAMPLE = 16_384
const CODE_DENSITY = 0.03
const codeBytes = new Uint8Array(256)
for (const byte of Buffer.from(';{}()=')) codeBytes[byte] = 1

/** By its first bytes: how much of them is what code is dense in. */
export function looksLikeCode(bytes: Uint8Array, density = CODE_DENSITY): boolean {
  const length = Math.min(bytes.length, SAMPLE)
  let code = 0
  for (let i = 0; i < length; i++) code += codeBytes[bytes[i]!]!
  return code > length * density
}
