import type { OriginalRule } from './types.ts'

/**
 * Fewer words than this are nobody's: two authors would write the same, or take it from the same template. Prose and
 * code alike; what a file imports is not what it is.
 */
const fewestWords = 20

const importing =
  /^[ \t]*(?:import\b(?!\s*\()[^'";]{0,2000}?(['"])[^'"\n]*\1|from\s+[\w.]+\s+import\s+(?:\([^()]*\)|[^\n]*)|import\s+[\w., ]+(?=\n|$)|(?:const|let|var)\s[\w${},: \n]{1,500}=\s*require\([^()\n]*\)|using\s[\w.]+;|use\s[\w:{}, \n*]{1,500};)/gm

/** One statement that only passes on what another file holds, in JavaScript, Python, Rust or C. */
const passingOn = new RegExp(
  [
    String.raw`(?:import|export)\s*(?:type\s)?[\w$*{},\s]*\bfrom\s*(['"])[^'"\n]*\1`,
    String.raw`import\s*(['"])[^'"\n]*\2`,
    String.raw`export\s*(?:type\s*)?\{[^{}]*\}|export\s+default\s+\w+\s*(?![^;\n])`,
    String.raw`(?:module\.)?exports(?:\.\w+)?\s*=\s*require\([^()\n]*\)(?:\.\w+)?`,
    String.raw`from\s+[\w.]+\s+import\s+(?:\([^()]*\)|[\w.*, ]+)|import\s+[\w., ]+(?=\n|$(?![^]))|__all__\s*=\s*\[[^[\]]*\]`,
    String.raw`(?:pub\s+)?(?:mod|use)\s+[\w:{}*, \n]+;`,
    String.raw`#\s*(?:include|pragma)[^\n]*`,
    String.raw`(['"])use \w+\3`,
  ].join('|'),
  'y',
)

/** Statement by statement, and no further than the first that does something: hostile text costs one look. */
function onlyPassesOn(code: string): boolean {
  let at = 0
  while (at < code.length) {
    passingOn.lastIndex = at
    const length = /[\s;]/.test(code[at]!) ? 1 : (passingOn.exec(code)?.[0].length ?? 0)
    if (length === 0) return false
    at += length
  }
  return /\S/.test(code)
}

/** Rules about what is too little, or too common, to be anyone's. */
export const substanceRules: readonly OriginalRule[] = [
  {
    id: 'too-few-words',
    excludedBecause: 'small',
    judge: ({ code }) => {
      const words = code.replace(importing, '').match(/[\p{L}_$][\p{L}\p{N}_$]*/gu)?.length ?? 0
      return words < fewestWords
        ? `only ${words} words outside comments and imports, fewer than ${fewestWords}`
        : null
    },
    catches: [
      { path: 'a.ts', text: '' },
      { path: 'a.ts', text: 'export const version = "1.0.0"\n' },
      { path: 'a.json', text: '[1, 2, 3]' },
      {
        path: 'src/lib/utils.ts',
        text: "import { classNames, type ClassValue } from 'class-names'\nimport {\n  mergeClasses,\n} from 'merge-classes'\n\nexport function cn(...inputs: ClassValue[]) {\n  return mergeClasses(classNames(inputs))\n}\n",
      },
      {
        path: 'main.py',
        text: 'from flask import Flask, render_template, request, redirect\nimport os, sys, json\n\napp = Flask(__name__)\n\nif __name__ == "__main__":\n    app.run()\n',
      },
      { path: 'a.ts', text: '// ' + 'a long comment about very little code '.repeat(20) + '\nexport {}' },
    ],
    spares: [
      {
        path: 'a.ts',
        text: 'export function settle(invoice: Invoice, payments: Payment[]) {\n  const paid = payments.filter((p) => p.invoice === invoice.id).reduce((sum, p) => sum + p.amount, 0)\n  return invoice.total - paid\n}\n',
      },
    ],
  },
  {
    id: 'only-reexports',
    excludedBecause: 'boilerplate',
    judge: ({ name, code }) =>
      /\.(?:[cm]?[jt]sx?|py|rs|h|hpp)$/.test(name) && onlyPassesOn(code)
        ? 'only passes on what other files hold'
        : null,
    catches: [
      {
        path: 'index.ts',
        text: "export * from './a.ts'\nexport { b, c as d } from './b.ts'\nexport type { E } from './e.ts'\n",
      },
      {
        path: 'index.ts',
        text: "import a from './a'\nimport b from './b'\nexport { a, b }\nexport default a\n",
      },
      {
        path: '__init__.py',
        text: 'from .a import b\nfrom .c import (\n  d,\n  e,\n)\n__all__ = ["b", "d"]\n',
      },
      { path: 'mod.rs', text: 'pub mod a;\npub use a::{B, C};\n' },
    ],
    spares: [
      { path: 'index.ts', text: "import a from './a'\nexport const b = a(1)\n" },
      { path: 'index.ts', text: "export { a } from './a'\nexport function b() {}\n" },
    ],
  },
  {
    id: 'pointer',
    excludedBecause: 'boilerplate',
    judge: ({ text }) =>
      text.startsWith('version https://git-lfs.github.com/spec/')
        ? 'a pointer of Git LFS, not the file'
        : null,
    catches: [{ path: 'a.bin', text: 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n' }],
    spares: [{ path: 'a.md', text: 'See version https://git-lfs.github.com/spec/v1' }],
  },
]
