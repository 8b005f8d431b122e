import { withoutTexts } from './split-comments.ts'
import type { OriginalRule, RuleExample } from './types.ts'

/** What a generator writes into every file, whether a header says so or a compiler dropped it. */
interface Shape {
  tool: string
  /** All of them, outside quotes: whoever writes about the tool, or the tool itself, has them inside. */
  marks: readonly RegExp[]
  catches: RuleExample
  spares: RuleExample
}

const shapes: Readonly<Record<string, Shape>> = {
  peg: {
    tool: 'PEG.js or Peggy',
    marks: [/\bpeg\$currPos\s*=[^=]/, /\bpeg\$silentFails\s*=[^=]/],
    catches: {
      path: 'dist/grammar.js',
      text: 'function peg$parse(input, options) {\n  var peg$currPos = 0,\n      peg$cache = {};\n  var peg$silentFails = 0;\n}',
    },
    spares: {
      path: 'src/write-parser.js',
      text: "const lines = [\n  '  var peg$currPos = 0;',\n  '  var peg$silentFails = 0;',\n]\n",
    },
  },
  jison: {
    tool: 'Jison',
    marks: [/^[ \t]*productions_:\s*\[/m, /^[ \t]*performAction:\s*function/m],
    catches: {
      path: 'lib/parser.js',
      text: 'var parser = {trace: function trace() { },\nyy: {},\nproductions_: [0,[3,1]],\nperformAction: function anonymous(yytext) {\n},\n}',
    },
    spares: { path: 'src/a.js', text: 'const parser = new Parser({ performAction: run, productions })\n' },
  },
  nearley: {
    tool: 'nearley',
    marks: [/^[ \t]*ParserRules: \[/m, /^[ \t]*[,}]?[ \t]*ParserStart: ['"]/m],
    catches: {
      path: 'dist/grammar.js',
      text: 'const grammar = {\n  Lexer: lexer,\n  ParserRules: [\n    {"name": "main", "symbols": []}\n  ],\n  ParserStart: "main",\n};\n',
    },
    spares: { path: 'src/a.js', text: 'const grammar = Grammar.fromCompiled(rules, rules.ParserStart)\n' },
  },
  antlr: {
    tool: 'ANTLR',
    marks: [
      /\b_?serializedATN\b(?::[^=\n]{1,40})?\s*=/,
      /\bdecisionsToDFA\b|\bdecisionToState\b|\bATNDeserializer\(/,
    ],
    catches: {
      path: 'dist/QueryLexer.js',
      text: 'QueryLexer._serializedATN = "\\3\\u608b";\nconst atn = new ATNDeserializer().deserialize(QueryLexer._serializedATN);\n',
    },
    spares: { path: 'src/a.ts', text: 'export const names = lexer.serializedATN.length\n' },
  },
  'openapi-models': {
    tool: 'the OpenAPI Generator',
    marks: [/^[ \t]*static getAttributeTypeMap\(\)/m, /\battributeTypeMap\b[^=\n]{0,120}=\s*\[/],
    catches: {
      path: 'dist/model/berth.js',
      text: 'class Berth {\n    static getAttributeTypeMap() {\n        return Berth.attributeTypeMap;\n    }\n}\nBerth.attributeTypeMap = [\n    {\n        "name": "quay",\n        "baseName": "quay",\n        "type": "string"\n    }];\n',
    },
    spares: {
      path: 'src/a.ts',
      text: 'const map = Berth.getAttributeTypeMap()\nconst baseName = map[0].baseName\n',
    },
  },
  'ts-proto': {
    tool: 'ts-proto or Telescope',
    marks: [
      /\bencode\((?:message|_)(?:: \w+)?, writer(?:: [\w.]+)? = [\w.$]+\.create\(\)\)/,
      /\bfromPartial(?:<[^>]*>)?\(/,
    ],
    catches: {
      path: 'src/codegen/quay.ts',
      text: 'export const Quay = {\n  encode(message: Quay, writer: _m0.Writer = _m0.Writer.create()): _m0.Writer {\n    return writer;\n  },\n  fromPartial(object: DeepPartial<Quay>): Quay {\n    return object;\n  },\n};\n',
    },
    spares: {
      path: 'src/a.ts',
      text: 'const bytes = Quay.encode(Quay.fromPartial({ name }), writer).finish()\n',
    },
  },
  'rpc-stubs': {
    tool: 'ts-proto or Telescope',
    marks: [/\bconst data = [\w.]+\.encode\(request\)\.finish\(\)/, /\bthis\.rpc\.request\(/],
    catches: {
      path: 'src/codegen/query.ts',
      text: 'quays(request) {\n  const data = QuaysRequest.encode(request).finish();\n  const promise = this.rpc.request("port.Query", "Quays", data);\n}\n',
    },
    spares: {
      path: 'src/a.ts',
      text: 'const body = QuaysRequest.encode(request).finish()\nreturn await this.rpc.request(name, body)\n',
    },
  },
  'protobufjs-static': {
    tool: 'protobuf.js',
    marks: [/\$root\b[^=\n]{0,40}=\s*\$protobuf\.roots\b/],
    catches: {
      path: 'dist/quay.js',
      text: 'var $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});\n',
    },
    spares: { path: 'src/a.js', text: 'const root = protobuf.roots.default\n' },
  },
  'protoc-messages': {
    tool: 'a protocol buffer compiler',
    marks: [
      /\.serializeBinaryToWriter = function\(message, writer\)|Message\.initialize\(this, (?:opt_data|Array\.isArray\(data\))|^[ \t]*class \w+\$Type extends (?:\w+\.)?MessageType\b/m,
    ],
    catches: {
      path: 'lib/quay.js',
      text: 'proto.port.Quay.serializeBinaryToWriter = function(message, writer) {\n  var f = undefined;\n};\n',
    },
    spares: { path: 'src/a.ts', text: 'class Quay extends MessageType {}\n' },
  },
  thrift: {
    tool: 'the Thrift compiler',
    marks: [
      /^[ \t]*output\.writeStructBegin\(['"]/m,
      /^[ \t]*(?:var |let |const )?\w+ = input\.readFieldBegin\(\)/m,
    ],
    catches: {
      path: 'gen/quay_types.js',
      text: "Quay.prototype.read = function(input) {\n  var ret = input.readFieldBegin();\n};\nQuay.prototype.write = function(output) {\n  output.writeStructBegin('Quay');\n};\n",
    },
    spares: {
      path: 'src/a.js',
      text: 'transport.writeStructBegin(name)\nconst field = protocol.readFieldBegin()\n',
    },
  },
  emscripten: {
    tool: 'Emscripten',
    marks: [
      /\bENVIRONMENT_IS_WEB\s*=[^=]/,
      /\bENVIRONMENT_IS_WORKER\s*=[^=]/,
      /\b(?:wasmMemory|HEAPU8|wasmBinary)\b/,
    ],
    catches: {
      path: 'vendor-free/quay.js',
      text: 'var ENVIRONMENT_IS_WEB = typeof window == "object";\nvar ENVIRONMENT_IS_WORKER = typeof importScripts == "function";\nvar wasmMemory;\n',
    },
    spares: {
      path: 'src/library.js',
      text: 'mergeInto(LibraryManager.library, {\n  read(ptr) {\n    if (ENVIRONMENT_IS_WEB || ENVIRONMENT_IS_WORKER) return HEAPU8[ptr]\n  },\n})\n',
    },
  },
  'wasm-bindgen': {
    tool: 'wasm-bindgen',
    marks: [
      /\b__wbindgen_\w+|\b__wbg_\w+/,
      /\bfunction (?:passStringToWasm0|getStringFromWasm0|getObject|takeObject|addHeapObject)\(/,
    ],
    catches: {
      path: 'pkg/quay.js',
      text: 'function getStringFromWasm0(ptr, len) {\n  return decode(ptr, len);\n}\nexport function __wbindgen_throw(arg0, arg1) {\n  throw new Error(getStringFromWasm0(arg0, arg1));\n}\n',
    },
    spares: { path: 'src/a.ts', text: 'if (exports.__wbindgen_malloc) load(exports)\n' },
  },
  'napi-rs': {
    tool: 'NAPI-RS',
    marks: [/\bisMuslFromFilesystem\b/, /\bisMuslFromChildProcess\b/, /\bloadErrors\b|\bnativeBinding\b/],
    catches: {
      path: 'binding.js',
      text: 'let nativeBinding = null\nconst isMusl = () => isMuslFromFilesystem() ?? isMuslFromChildProcess()\n',
    },
    spares: {
      path: 'src/a.ts',
      text: 'const isMusl = isMuslFromFilesystem()\nconst nativeBinding = load()\n',
    },
  },
  stencil: {
    tool: 'the Stencil compiler',
    marks: [/\.\$hostElement\$/, /\.\$cmpMeta\$/, /\.\$instanceValues\$|\bplt\.\$flags\$/],
    catches: {
      path: 'dist/cjs/index-0.js',
      text: 'const a = hostRef.$hostElement$;\nconst b = hostRef.$cmpMeta$;\nplt.$flags$ |= 1;\n',
    },
    spares: { path: 'src/a.ts', text: 'const element = ref.$hostElement$\n' },
  },
}

/**
 * Rules about text that gives its generator away by what only that writes. Two owners with one generator share all
 * of it, and neither wrote it.
 */
export const shapeRules: readonly OriginalRule[] = Object.entries(shapes).map(
  ([name, { tool, marks, catches, spares }]) => ({
    id: `shape-${name}`,
    excludedBecause: 'generated',
    judge: ({ name, code }) => {
      if (!/\.[cm]?[jt]sx?$/.test(name) || !holdsAll(marks, code)) return null
      return holdsAll(marks, withoutTexts(code)) ? `has the shape of what ${tool} writes` : null
    },
    catches: [catches],
    spares: [spares],
  }),
)

function holdsAll(marks: readonly RegExp[], code: string): boolean {
  return marks.every((mark) => mark.test(code))
}
