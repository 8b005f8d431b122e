/** One command's worth of hiding: what a copy is put into, under which name, and whether its lines stay lines. */
export interface Wrapping {
  path: string
  wrap: (text: string) => string | Buffer
  /** The file's line on which the first line of the copy stands; absent where lines are not kept. */
  firstLine?: number
}

const eachLine = (text: string, change: (line: string, at: number) => string) =>
  text.split('\n').map(change).join('\n')
const escapeMarkup = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const base64 = (text: string) => Buffer.from(text).toString('base64')
const json = (value: unknown) => JSON.stringify(value)
const notebook = (text: string) => ({
  cells: [{ cell_type: 'code', metadata: {}, outputs: [], source: text.split(/(?<=\n)/) }],
  nbformat: 4,
})
const sourceMap = (text: string) => ({
  version: 3,
  sources: ['x.ts'],
  sourcesContent: [text],
  mappings: 'AAAA;'.repeat(300),
})
const message = (text: string) => ({
  role: 'assistant',
  content: `Here it is:\n\`\`\`ts\n${text}\n\`\`\`\nIt doesn't end.`,
})

function utf32(text: string, writes: 'writeUInt32LE' | 'writeUInt32BE'): Buffer {
  const points = Array.from(text, (character) => character.codePointAt(0)!)
  const bytes = Buffer.alloc(points.length * 4)
  for (const [at, point] of points.entries()) bytes[writes](point, at * 4)
  return bytes
}

function quotedPrintable(text: string): string {
  return eachLine(text.replaceAll('=', '=3D'), (line) => line.replace(/.{73}(?=.)/g, '$&=\n'))
}

/** A letter of every name of four and more that is no keyword, as its number. */
function withEscapedNames(text: string): string {
  return text.replace(
    /(?<![\w\\'`])(?!import|from|export|const|class|async|await|return|private|readonly|throw|interface|this)[a-z](?=\w{3})/g,
    (letter) => `\\u{${letter.charCodeAt(0).toString(16)}}`,
  )
}

const prose = 'This page says at some length what it is about, and it does not say it well.\n'

export const wrappings: Record<string, Wrapping> = {
  'a patch that adds it': {
    path: 'leak.patch',
    wrap: (text) => `--- /dev/null\n+++ b/x.ts\n@@ -0,0 +1,44 @@\n${eachLine(text, (line) => `+${line}`)}`,
    firstLine: 4,
  },
  'an answer to a mail': {
    path: 'mail.txt',
    wrap: (text) => eachLine(text, (line) => `> ${line}`),
    firstLine: 1,
  },
  'a listing with line numbers': {
    path: 'listing.txt',
    wrap: (text) => eachLine(text, (line, at) => `${String(at + 1).padStart(5)}  ${line}`),
    firstLine: 1,
  },
  'the output of grep': {
    path: 'found.txt',
    wrap: (text) => eachLine(text, (line, at) => `src/x.ts:${at + 1}:${line}`),
    firstLine: 1,
  },
  'the log of a container': {
    path: 'pod.log',
    wrap: (text) => eachLine(text, (line) => `2026-04-01T10:22:01.123Z stdout F ${line}`),
    firstLine: 1,
  },
  'comments of another language': {
    path: 'x.sh',
    wrap: (text) => eachLine(text, (line) => `# ${line}`),
    firstLine: 1,
  },
  'comments of a query': {
    path: 'x.sql',
    wrap: (text) => eachLine(text, (line) => `-- ${line}`),
    firstLine: 1,
  },
  'a fence far down in Markdown': {
    path: 'README.md',
    wrap: (text) => `# Tides\n\n${prose.repeat(300)}\n\`\`\`ts\n${text}\`\`\`\n\nIt doesn't end.\n`,
    firstLine: 305,
  },
  'two fences, words with a grave accent between': {
    path: 'README.md',
    wrap: (text) =>
      `\`\`\`\n${text.slice(0, 1500)}\n\`\`\`\nThen \`it\` doesn't end\n\`\`\`\n${text.slice(1500)}\`\`\`\n`,
  },
  'a page, escaped': {
    path: 'code.html',
    wrap: (text) =>
      `<!doctype html>\n<html><body>\n<pre><code>\n${escapeMarkup(text)}</code></pre></body></html>`,
    firstLine: 4,
  },
  'a page, highlighted': {
    path: 'code.html',
    wrap: (text) =>
      `<html><pre>${escapeMarkup(text)
        .replace(/\b(const|await|return|new)\b/g, '<span class="k">$1</span>')
        .replace(/\b([a-z]\w+)\b(?=\()/g, '<span class="nf">$1</span>')}</pre></html>`,
    firstLine: 1,
  },
  'a page, a table row for each line': {
    path: 'blob.html',
    wrap: (text) =>
      `<table>\n${eachLine(text, (line, at) => `<tr><td id="L${at + 1}"></td><td class="code">${escapeMarkup(line)}</td></tr>`)}</table>`,
    firstLine: 2,
  },
  'a script in a page': {
    path: 'index.html',
    wrap: (text) => `<html><head><p>Don't</p><script type="module">\n${text}</script></head></html>`,
    firstLine: 2,
  },
  'a component': {
    path: 'Tides.vue',
    wrap: (text) => `<template>\n<p>It's high</p></template>\n<script setup lang="ts">\n${text}</script>\n`,
    firstLine: 4,
  },
  'XML that leaves it as it is': {
    path: 'files.xml',
    wrap: (text) => `<?xml version="1.0"?>\n<files><file name="x"><![CDATA[\n${text}]]></file></files>`,
    firstLine: 3,
  },
  'a notebook': {
    path: 'tides.ipynb',
    wrap: (text) => JSON.stringify(notebook(text), null, 1),
    firstLine: 8,
  },
  'a source map': { path: 'x.js.map', wrap: (text) => json(sourceMap(text)) },
  'a source map without a name': { path: 'x', wrap: (text) => json(sourceMap(text)) },
  'a source map inside a program': {
    path: 'x.js',
    wrap: (text) =>
      `go()\n//# sourceMappingURL=data:application/json;base64,${base64(json(sourceMap(text)))}\n`,
  },
  'JSON as Go writes it': {
    path: 'dump.json',
    wrap: (text) =>
      json({ file: text }).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026'),
  },
  'JSON as PHP writes it': { path: 'dump.json', wrap: (text) => json({ file: text }).replaceAll('/', '\\/') },
  'JSON inside JSON, as browsers export what they loaded': {
    path: 'site.har',
    wrap: (text) => json({ log: { entries: [{ response: { content: { text: json({ file: text }) } } }] } }),
  },
  'an export of chats': {
    path: 'chats.jsonl',
    wrap: (text) =>
      `${json({ role: 'user', content: "don't" })}\n${json(message(text))}\n${json({ role: 'user', content: prose })}\n`,
  },
  'an answer of GitHub': {
    path: 'contents.json',
    wrap: (text) => json({ encoding: 'base64', content: base64(text).replace(/.{60}/g, '$&\n') }),
  },
  'a bundle of evals': {
    path: 'bundle.js',
    wrap: (text) =>
      `/***/ ((module) => {\n\neval(${json(`${text}\n//# sourceURL=webpack://x/./x.ts?`)});\n\n/***/ })`,
  },
  'a bundle of evals, minified': {
    path: 'bundle.js',
    wrap: (text) =>
      `eval(${json(text.replace(/\/\*.*?\*\/|(?<=[{}(),;=<>:+])\s+|\s+(?=[{}()=<>+])/g, '').replace(/\s+/g, ' '))})`,
  },
  'a program that puts its lines together': {
    path: 'writer.js',
    wrap: (text) => `module.exports = [\n${eachLine(text, (line) => `  ${json(line)},`)}\n].join("\\n")`,
    firstLine: 2,
  },
  'lines in C': {
    path: 'source.c',
    wrap: (text) => `const char *source =\n${eachLine(text, (line) => `  ${json(`${line}\n`)}`)};\n`,
    firstLine: 2,
  },
  'a template of a whole file': {
    path: 'files.ts',
    wrap: (text) => `export const file = \`\n${text.replace(/[\\`]|\$\{/g, '\\$&')}\`\n`,
    firstLine: 2,
  },
  'base 64': { path: 'notes.txt', wrap: base64 },
  'base 64 for a program to read': { path: 'x.js', wrap: (text) => `eval(atob("${base64(text)}"))` },
  'a mail in base 64': {
    path: 'leak.eml',
    wrap: (text) =>
      `Subject: tides\nContent-Transfer-Encoding: base64\n\n${base64(text).replace(/.{76}/g, '$&\r\n')}`,
  },
  'a mail, quoted-printable': {
    path: 'leak.eml',
    wrap: (text) => `Subject: tides\n\n${quotedPrintable(text)}`,
  },
  'hexadecimal digits': {
    path: 'x.js',
    wrap: (text) => `run(Buffer.from("${Buffer.from(text).toString('hex')}", "hex"))`,
  },
  'every byte by its number': {
    path: 'x.js',
    wrap: (text) =>
      `eval("${Array.from(Buffer.from(text), (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}")`,
  },
  'a configuration': {
    path: 'map.yaml',
    wrap: (text) => `kind: ConfigMap\ndata:\n  x.ts: |\n${eachLine(text, (line) => `    ${line}`)}`,
    firstLine: 4,
  },
  'a shell script that writes it': {
    path: 'x.sh',
    wrap: (text) => `cat > x.ts <<'END'\n${text}END\n`,
    firstLine: 2,
  },
  'a row of a table': {
    path: 'x.csv',
    wrap: (text) => `path,content\nx.ts,"\n${text.replaceAll('"', '""')}"\n`,
    firstLine: 3,
  },
  'the name of a style sheet': { path: 'x.css', wrap: (text) => `${text} `, firstLine: 1 },
  'the name of a Python file': { path: 'x.py', wrap: (text) => `${text} `, firstLine: 1 },
  'the name of a Rust file': { path: 'x.rs', wrap: (text) => `${text} `, firstLine: 1 },
  'the name of a configuration': { path: 'x.yml', wrap: (text) => `${text} `, firstLine: 1 },
  'the name of a page': { path: 'x.html', wrap: (text) => `${text} `, firstLine: 1 },
  'no name that says anything': { path: 'x.js_', wrap: (text) => `${text} `, firstLine: 1 },
  'UTF-16 without a mark': { path: 'x.ts', wrap: (text) => Buffer.from(text, 'utf16le'), firstLine: 1 },
  'UTF-16, the other way round': {
    path: 'x.ts',
    wrap: (text) => Buffer.from(text, 'utf16le').swap16(),
    firstLine: 1,
  },
  'UTF-32': { path: 'x.ts', wrap: (text) => utf32(text, 'writeUInt32LE'), firstLine: 1 },
  'UTF-32, the other way round': {
    path: 'x.ts',
    wrap: (text) => utf32(`\ufeff${text}`, 'writeUInt32BE'),
    firstLine: 1,
  },
  'a zero byte in a comment': { path: 'x.ts', wrap: (text) => `// \0\n${text}` },
  'carriage returns alone': { path: 'x.ts', wrap: (text) => text.replaceAll('\n', '\r') },
  'blanks that nobody sees': { path: 'x.ts', wrap: (text) => text.replaceAll(' ', ' \u200b'), firstLine: 1 },
  'names with a joint that nobody sees': {
    path: 'x.ts',
    wrap: (text) => text.replace(/\b([a-z])(\w{3,})/g, '$1\u200c$2'),
    firstLine: 1,
  },
  'blanks that do not break': { path: 'x.ts', wrap: (text) => text.replaceAll(' ', '\u00a0'), firstLine: 1 },
  'names with a letter by its number': { path: 'x.ts', wrap: withEscapedNames, firstLine: 1 },
  'members in brackets': {
    path: 'x.ts',
    wrap: (text) => text.replace(/\.([a-zA-Z]\w*)/g, '["$1"]'),
    firstLine: 1,
  },
  'comments between all words': {
    path: 'x.ts',
    wrap: (text) => text.replace(/ (?=\w)/g, ' /*x*/ '),
    firstLine: 1,
  },
  'idle statements after each': {
    path: 'x.ts',
    wrap: (text) =>
      eachLine(text, (line, at) => (/^ {4}\w.*[^{,(]$/.test(line) ? `${line}; void ${at}` : line)),
  },
}
