import { Kind, type Tokens } from './tokens.ts'

/** What a channel makes of a kind of token. */
const drop = 0
/** The token's text counts. */
const keep = 1
/** Only that there is an identifier counts: it may be renamed. */
const identifier = 2
/** Only that there is a number counts: tables of numbers are nobody's. */
const number = 3
/** A shorthand: the key's text, then an identifier. */
const keepThenIdentifier = 4
const twoIdentifiers = 5

/**
 * One way of looking at code: what it keeps survives what it drops. A k-gram is k symbols of a channel in a row;
 * of each window of w k-grams one is kept (winnowing, Schleimer et al., SIGMOD 2003), so that any shared run of
 * w + k − 1 symbols shares a fingerprint.
 */
export interface Channel {
  name: 'M' | 'S' | 'A' | 'I'
  /** Symbols in a k-gram. */
  k: number
  /** k-grams in a window. */
  w: number
  /** A k-gram with fewer distinct symbols says too little to be a fingerprint. */
  leastDistinct: number
  /** Keeps the hashes of one channel apart from another's. */
  salt: number
  actions: Uint8Array
}

function actions(byKind: Record<keyof typeof Kind, number>): Uint8Array {
  const table = new Uint8Array(Object.keys(Kind).length)
  for (const [name, kind] of Object.entries(Kind)) table[kind] = byKind[name as keyof typeof Kind]
  return table
}

/** Members, keys, texts, keywords and operators: survives renamed locals and stripped types. */
export const members: Channel = {
  name: 'M',
  k: 16,
  w: 10,
  leastDistinct: 8,
  salt: 0x3c6ef372,
  actions: actions({
    operator: keep,
    keyword: keep,
    lastingKeyword: keep,
    declarer: drop,
    name: identifier,
    property: keep,
    shorthand: keepThenIdentifier,
    global: keep,
    string: keep,
    number: number,
    import: drop,
    importText: drop,
    scaffold: drop,
  }),
}

/** What no tool rewrites: members, keys, texts, globals, a few keywords. Survives minifiers. */
export const survivors: Channel = {
  name: 'S',
  k: 8,
  w: 6,
  leastDistinct: 6,
  salt: 0x1b873593,
  actions: actions({
    operator: drop,
    keyword: drop,
    lastingKeyword: keep,
    declarer: drop,
    name: drop,
    property: keep,
    shorthand: keep,
    global: keep,
    string: keep,
    number: drop,
    import: drop,
    importText: drop,
    scaffold: drop,
  }),
}

/** Structure and texts with every identifier alike: survives renaming everything. */
export const structure: Channel = {
  name: 'A',
  k: 28,
  w: 12,
  leastDistinct: 9,
  salt: 0x52dce729,
  actions: actions({
    operator: keep,
    keyword: keep,
    lastingKeyword: keep,
    declarer: drop,
    name: identifier,
    property: identifier,
    shorthand: twoIdentifiers,
    global: keep,
    string: keep,
    number: number,
    import: drop,
    importText: drop,
    scaffold: drop,
  }),
}

/** Imports and re-exports alone: what a file made of nothing else consists of. */
export const imports: Channel = {
  name: 'I',
  k: 14,
  w: 8,
  leastDistinct: 4,
  salt: 0x7a1d9e3b,
  actions: actions({
    operator: drop,
    keyword: drop,
    lastingKeyword: drop,
    declarer: drop,
    name: drop,
    property: drop,
    shorthand: drop,
    global: drop,
    string: drop,
    number: drop,
    import: identifier,
    importText: keep,
    scaffold: drop,
  }),
}

export const channels: readonly Channel[] = [members, survivors, structure, imports]

/** Whether the channel looks at the text of this kind of token. */
export function keepsText(channel: Channel, kind: number): boolean {
  const action = channel.actions[kind]!
  return action === keep || action === keepThenIdentifier
}

export const IDENTIFIER = 0x2545f491
export const NUMBER = 0x5851f42d

/** What a channel sees of a file: symbols, and for each the token it came from. */
export class Stream {
  count = 0
  symbol = new Int32Array(1024)
  token = new Int32Array(1024)

  reset(capacity: number): void {
    this.count = 0
    if (capacity <= this.symbol.length) return
    this.symbol = new Int32Array(capacity)
    this.token = new Int32Array(capacity)
  }
}

/**
 * Fills `stream` with the symbols that `channel` keeps of `tokens`. Every token writes the two symbols that a kind
 * gives at most and the count steps over those that hold: kinds follow each other at random, and a branch on them
 * would be guessed wrong at every second token.
 */
export function project(tokens: Tokens, channel: Channel, stream: Stream): void {
  stream.reset(tokens.count * 2 + 1)
  const { kind, symbol: texts, count: tokenCount } = tokens
  const { symbol, token } = stream
  const { textMask, plain, symbols } = tablesOf(channel)
  let count = 0
  for (let i = 0; i < tokenCount; i++) {
    const one = kind[i]!
    symbol[count] = (texts[i]! & textMask[one]!) | plain[one]!
    token[count] = i
    symbol[count + 1] = IDENTIFIER
    token[count + 1] = i
    count += symbols[one]!
  }
  stream.count = count
}

/** A channel's actions as `project` computes them, by kind. */
interface Tables {
  /** All bits where the text counts. */
  textMask: Int32Array
  /** The first symbol where it does not. */
  plain: Int32Array
  /** How many symbols the kind gives: 0, 1 or 2. */
  symbols: Uint8Array
}

const prepared = new WeakMap<Channel, Tables>()

/** Derived once per channel: a channel never changes. */
function tablesOf(channel: Channel): Tables {
  let tables = prepared.get(channel)
  if (!tables) {
    const { actions } = channel
    tables = {
      textMask: Int32Array.from(actions, (_, kind) => (keepsText(channel, kind) ? -1 : 0)),
      plain: Int32Array.from(actions, (action) =>
        action === number ? NUMBER : action === identifier || action === twoIdentifiers ? IDENTIFIER : 0,
      ),
      symbols: Uint8Array.from(actions, (action) =>
        action === drop ? 0 : action === keepThenIdentifier || action === twoIdentifiers ? 2 : 1,
      ),
    }
    prepared.set(channel, tables)
  }
  return tables
}

/** The same choice as `project`, for tokens kept elsewhere; answers with the number of symbols. */
export function projectKinds(
  count: number,
  kindAt: (token: number) => number,
  channel: Channel,
  put: (at: number, token: number, what: 'text' | 'identifier' | 'number') => void,
): number {
  let at = 0
  for (let i = 0; i < count; i++) {
    const action = channel.actions[kindAt(i)]!
    if (action === drop) continue
    if (action === keep || action === keepThenIdentifier) put(at++, i, 'text')
    if (action === number) put(at++, i, 'number')
    if (action === identifier || action === keepThenIdentifier || action === twoIdentifiers)
      put(at++, i, 'identifier')
    if (action === twoIdentifiers) put(at++, i, 'identifier')
  }
  return at
}
