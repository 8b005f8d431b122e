import type { Language } from './language.ts'

const slashComments = {
  lineComments: ['//'],
  blockComments: [['/*', '*/']],
} as const

export const ecmascript: Language = {
  ...slashComments,
  name: 'ecmascript',
  quotes: { '"': 'line', "'": 'line', '`': 'template' },
  regex: true,
  wordCharacters: '$',
  names: 'renamable',
  keywords:
    'function return if else for while do break continue in of case default void delete var let const ' +
    'true false null undefined try finally with debugger as satisfies is keyof infer asserts ' +
    'string number boolean any unknown never object symbol bigint type interface enum namespace module declare',
  lastingKeywords: 'throw await async yield new super this typeof instanceof catch switch class extends',
  declarers:
    'const let var export public private protected readonly static abstract override implements default',
  globals:
    'Math JSON Object Array String Number Boolean Symbol BigInt Promise Proxy Reflect Map Set WeakMap WeakSet WeakRef ' +
    'Date RegExp Error TypeError RangeError SyntaxError EvalError AggregateError Function Infinity NaN globalThis window ' +
    'document navigator location console process Buffer require setTimeout clearTimeout setInterval clearInterval ' +
    'setImmediate queueMicrotask structuredClone fetch Request Response Headers URL URLSearchParams AbortController ' +
    'AbortSignal Event EventTarget TextEncoder TextDecoder ArrayBuffer SharedArrayBuffer DataView Atomics Uint8Array ' +
    'Int8Array Uint8ClampedArray Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array ' +
    'BigInt64Array BigUint64Array ReadableStream WritableStream TransformStream Blob File FormData crypto performance ' +
    'requestAnimationFrame cancelAnimationFrame parseInt parseFloat isNaN isFinite encodeURIComponent ' +
    'decodeURIComponent encodeURI decodeURI Intl WebAssembly localStorage sessionStorage self',
  imports: 'import',
  importEndsWithText: true,
}

export const python: Language = {
  name: 'python',
  lineComments: ['#'],
  blockComments: [],
  quotes: { '"': 'line', "'": 'line' },
  tripleQuotes: true,
  names: 'renamable',
  keywords:
    'return if elif else for while break continue in is not and or pass True False None lambda def with as',
  lastingKeywords: 'raise await async yield class try except finally assert del self cls super',
  declarers: 'global nonlocal',
  globals:
    'print len range int str float list dict set tuple bool bytes isinstance issubclass hasattr getattr setattr open ' +
    'enumerate zip map filter sorted reversed sum min max abs any all type object property staticmethod classmethod ' +
    'Exception ValueError TypeError KeyError IndexError RuntimeError NotImplementedError AttributeError StopIteration',
  imports: 'import from',
}

export const go: Language = {
  ...slashComments,
  name: 'go',
  quotes: { '"': 'line', "'": 'character', '`': 'raw' },
  names: 'renamable',
  keywords:
    'func return if else for break continue case default range goto fallthrough true false nil type struct interface map',
  lastingKeywords: 'go defer chan select switch',
  declarers: 'var const package',
  globals:
    'string int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 float32 float64 bool byte rune error any ' +
    'len cap make new append copy delete panic recover close',
  imports: 'import',
}

export const java: Language = {
  ...slashComments,
  name: 'java',
  quotes: { '"': 'line', "'": 'character' },
  tripleQuotes: true,
  memberOperators: ['::'],
  names: 'renamable',
  keywords:
    'return if else for while do break continue case default true false null void int long short byte char float double boolean',
  lastingKeywords:
    'throw throws new super this instanceof catch try finally switch class extends implements synchronized interface enum record assert',
  declarers: 'public private protected static final abstract native transient volatile default var package',
  globals: 'String Object Integer Long Double Boolean List Map Set Optional Override System Math Exception',
  imports: 'import package',
}

export const kotlin: Language = {
  ...slashComments,
  name: 'kotlin',
  nestedComments: true,
  quotes: { '"': 'line', "'": 'character' },
  tripleQuotes: true,
  memberOperators: ['::'],
  names: 'renamable',
  keywords: 'fun return if else for while do break continue in is as true false null when',
  lastingKeywords: 'throw super this catch try finally class object interface suspend by companion',
  declarers:
    'public private protected internal open final abstract override val var lateinit data sealed inline const',
  globals: 'String Int Long Double Boolean List Map Set Any Unit Exception',
  imports: 'import package',
}

export const c: Language = {
  ...slashComments,
  name: 'c',
  quotes: { '"': 'line', "'": 'character' },
  memberOperators: ['->', '::'],
  names: 'renamable',
  keywords:
    'return if else for while do break continue case default goto sizeof void int long short char float double unsigned ' +
    'signed bool true false NULL nullptr auto',
  lastingKeywords:
    'struct union enum typedef switch class template typename namespace using operator new delete throw try catch this virtual define ifdef ifndef endif',
  declarers:
    'static extern inline const volatile register public private protected constexpr explicit friend',
  globals:
    'size_t uint8_t uint16_t uint32_t uint64_t int8_t int16_t int32_t int64_t std printf malloc free memcpy memset strlen',
  imports: 'include',
}

export const csharp: Language = {
  ...slashComments,
  name: 'csharp',
  quotes: { '"': 'line', "'": 'character' },
  tripleQuotes: true,
  names: 'renamable',
  keywords:
    'return if else for foreach while do break continue case default in is as true false null void int long short byte ' +
    'char float double decimal bool string object var',
  lastingKeywords:
    'throw new base this typeof catch try finally switch class struct interface enum record await async yield lock using namespace get set',
  declarers:
    'public private protected internal static readonly sealed abstract virtual override const partial',
  globals: 'String Object Int32 List Dictionary Task Exception Console Math IEnumerable',
  imports: 'using',
}

export const rust: Language = {
  ...slashComments,
  name: 'rust',
  nestedComments: true,
  quotes: { '"': 'text', "'": 'character' },
  memberOperators: ['::'],
  names: 'renamable',
  keywords: 'fn return if else for while loop break continue in as true false let ref move where',
  lastingKeywords:
    'match impl trait struct enum mod unsafe async await dyn self Self super crate type macro_rules',
  declarers: 'pub mut const static extern',
  globals:
    'String Vec Option Some None Result Ok Err Box Rc Arc usize isize u8 u16 u32 u64 i8 i16 i32 i64 f32 f64 bool str char println format',
  imports: 'use',
}

export const swift: Language = {
  ...slashComments,
  name: 'swift',
  nestedComments: true,
  quotes: { '"': 'line' },
  tripleQuotes: true,
  names: 'renamable',
  keywords: 'func return if else for while repeat break continue case default in is as true false nil',
  lastingKeywords:
    'throw throws try catch guard defer switch class struct enum protocol extension self super init deinit async await some where',
  declarers:
    'public private internal fileprivate open static final override var let mutating lazy weak unowned',
  globals: 'String Int Double Bool Array Dictionary Set Error Any print',
  imports: 'import',
}

export const ruby: Language = {
  name: 'ruby',
  lineComments: ['#'],
  blockComments: [],
  quotes: { '"': 'text', "'": 'text' },
  wordCharacters: '@',
  memberOperators: ['::'],
  names: 'renamable',
  keywords:
    'def end return if elsif else unless for while until do break next in and or not true false nil then when',
  lastingKeywords: 'raise yield class module self super begin rescue ensure case lambda proc',
  declarers: 'public private protected attr_reader attr_writer attr_accessor',
  globals: 'puts String Array Hash Integer Float Symbol StandardError',
  imports: 'require require_relative',
}

export const php: Language = {
  name: 'php',
  lineComments: ['//', '#'],
  blockComments: [['/*', '*/']],
  quotes: { '"': 'text', "'": 'text' },
  wordCharacters: '$',
  memberOperators: ['->', '::'],
  names: 'renamable',
  keywords:
    'function return if elseif else for foreach while do break continue case default as true false null fn echo',
  lastingKeywords:
    'throw new parent self static instanceof catch try finally switch class extends implements interface trait yield match isset empty array',
  declarers: 'public private protected final abstract const var readonly',
  globals: 'string int float bool mixed void count strlen in_array array_map Exception',
  imports: 'use namespace require require_once include include_once',
}

export const shell: Language = {
  name: 'shell',
  lineComments: ['#'],
  blockComments: [],
  quotes: {},
  wordCharacters: '$-',
  names: 'kept',
}

export const sql: Language = {
  name: 'sql',
  lineComments: ['--'],
  blockComments: [['/*', '*/']],
  quotes: {},
  names: 'kept',
}

export const css: Language = {
  name: 'css',
  lineComments: ['//'],
  blockComments: [['/*', '*/']],
  quotes: { '"': 'line', "'": 'line' },
  wordCharacters: '-',
  names: 'kept',
}

export const markup: Language = {
  name: 'markup',
  lineComments: [],
  blockComments: [['<!--', '-->']],
  quotes: {},
  wordCharacters: '-',
  names: 'kept',
}

export const configuration: Language = {
  name: 'configuration',
  lineComments: ['#'],
  blockComments: [],
  quotes: {},
  wordCharacters: '-',
  names: 'kept',
}

/** Prose, prompts, data: anything else is words. */
export const words: Language = {
  name: 'words',
  lineComments: [],
  blockComments: [],
  quotes: {},
  names: 'kept',
}
