/** One result of an Authentication-Results header: `dmarc=pass header.from=github.com`. */
export interface AuthenticationResult {
  method: string
  result: string
  /** `header.from` and the like, by name, in lower case. */
  properties: ReadonlyMap<string, string>
}

export interface Authentication {
  /** How the server that wrote it calls itself; null: not at all, as Exchange Online does. */
  server: string | null
  results: AuthenticationResult[]
}

/**
 * Reads an Authentication-Results header (RFC 8601, section 2.2); null when it is none. Comments and quoted texts are
 * a stranger's, the sender's local part among them: nothing within them counts as a result.
 */
export function readAuthentication(header: string): Authentication | null {
  const plain = withoutComments(header)
  if (plain === null) return null
  const [first = '', ...rest] = plain.split(';').map((part) => part.trim())
  const isNamed = !first.includes('=')
  const server = isNamed ? first.split(/\s+/)[0]!.toLowerCase() : null
  if (server === '') return null
  return { server, results: (isNamed ? rest : [first, ...rest]).flatMap(readResult) }
}

function readResult(text: string): AuthenticationResult[] {
  const [head = '', ...others] = text
    // In two steps: a long run of blanks takes one pattern for both as long as its square.
    .replace(/\s+/g, ' ')
    .replace(/ ?= ?/g, '=')
    .toLowerCase()
    .split(/\s+/)
  const [method, result] = head.split('=')
  if (method === undefined || result === undefined) return []
  const properties = new Map<string, string>()
  for (const other of others) {
    const at = other.indexOf('=')
    // The first one stands: what a sender could add comes after it.
    if (at > 0 && !properties.has(other.slice(0, at))) properties.set(other.slice(0, at), other.slice(at + 1))
  }
  return [{ method: method.split('/')[0]!, result, properties }]
}

/** Without comments, and a mark in place of each quoted text; null when one of them does not end. */
function withoutComments(header: string): string | null {
  let text = ''
  let depth = 0
  let quoted = false
  for (let at = 0; at < header.length; at++) {
    const char = header[at]!
    if (char === '\\' && (quoted || depth > 0)) at++
    else if (quoted) quoted = char !== '"'
    else if (char === '(') depth++
    else if (char === ')') {
      if (depth === 0) return null
      depth--
      text += ' '
    } else if (depth > 0) continue
    else if (char === '"') {
      quoted = true
      text += '?'
    } else text += char
  }
  return quoted || depth > 0 ? null : text
}
