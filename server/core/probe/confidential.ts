/** What may never leave in a query, although it stands in an original. Examples beside each rule; a test runs them. */
export interface ConfidentialRule {
  id: string
  pattern: RegExp
  catches: readonly string[]
  spares: readonly string[]
}

export const confidentialRules: readonly ConfidentialRule[] = [
  {
    id: 'private-key',
    pattern: /-----BEGIN|PRIVATE KEY/,
    catches: ['const key = `-----BEGIN RSA PRIVATE KEY-----`'],
    spares: ['const privateKeyPath = settings.keyFile'],
  },
  {
    id: 'provider-token',
    pattern:
      /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_\w{20,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{16,}|\bxox[abeoprs]-[\w-]{10,}|\bsk[-_](?:live_|test_|ant-|proj-)?[\w-]{16,}|\bnpm_\w{30,}|\bAIza[\w-]{30,}|\bSG\.[\w-]{16,}|\beyJ[\w-]{10,}\.[\w-]{10,}/,
    catches: [
      `id = "AKIAIOSFODNN7EXAMPLE"`,
      `token: "ghp_${'a1B2'.repeat(9)}"`,
      `bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.x`,
      `key = 'sk_live_4eC39HqLyjWDarjt'`,
    ],
    spares: ['const skipped = skipLegacyTokens(list)', 'function ghpPattern() {}'],
  },
  {
    id: 'assigned-secret',
    pattern:
      /(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|api[-_]?key|access[-_]?key|credential|authorization|bearer|salt|cookie)\w*["'\]]*\s*(?::=|[:=]|=>|,)\s*(?:["'`])[^"'`]{3,}|(?:pass(?:word|wd)|secret|token) is \S*\d|^\s*(?:export )?[A-Z_]*(?:PASSWORD|SECRET|TOKEN|KEY)[A-Z_]*=\S/i,
    catches: [
      'password = "hunter2"',
      'apiKey: "tango-foxtrot"',
      "headers['Authorization'] = 'Basic dGVz'",
      'const DB_PASSWORD = `correct horse`',
      'ORBIT_TOKEN=marmalade',
      'the password is hunter2',
    ],
    spares: ['const token = readToken(stream)', 'passwordField.focus()', 'if (token === null) return'],
  },
  {
    id: 'opaque-run',
    pattern:
      /(?<![\w+/=-])(?=[\w+/=-]{16})(?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Za-z])(?:[A-Fa-f0-9]{16,}|(?=[\w+/-]*\d[\w+/-]*[A-Za-z][\w+/-]*\d)[\w+/-]{24,})/,
    catches: [
      'const id = "5f2b9c0de1a74b3f9c"',
      'x = "aGVsbG8gd29ybGQgMTIzNDU2Nzg5MA=="',
      '550e8400e29b41d4a716446655440000',
    ],
    spares: [
      'function reconcileOutstandingSettlementBatches2() {}',
      'const veryLongDescriptiveIdentifierName = 1',
    ],
  },
  {
    id: 'uuid',
    pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/i,
    catches: ['tenant: "550e8400-e29b-41d4-a716-446655440000"'],
    spares: ['const uuidLength = 36'],
  },
  {
    id: 'e-mail',
    pattern: /\w@[\w-]+\.\w/,
    catches: ['notify("jane.doe@example.com")'],
    spares: ['@Component({ selector: "app" })', 'user@host'],
  },
  {
    id: 'address-on-a-network',
    pattern:
      /\w:\/\/|\b(?:\d{1,3}\.){3}\d{1,3}\b|[\w-]\.(?:internal|corp|local|lan|intra|intranet)\b|(?<![\w:])(?:[0-9a-f]{1,4}:){3,}[0-9a-f:]+/i,
    catches: [
      'connect("postgres://orbit:s3cret@db/ledger")',
      'fetch("https://settle.example.com/v1")',
      'host = "10.12.0.4"',
      'const broker = "queue-7.corp"',
      'const peer = "fe80:0:0:0:204:61ff:fe9d:f156"',
    ],
    spares: ['const ratio = width / height // not a URL', 'import a from "./local/a.ts"', 'version 1.2.3'],
  },
  {
    id: 'phone-or-number-of-a-person',
    pattern:
      /(?:\+|\b00)\d[\d ().-]{7,}\d|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}-\d{2}-\d{4}\b|\b\d{3}-\d{3}-\d{4}\b|\b(?:\d[ -]?){13,19}\b|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,}/,
    catches: [
      'call("+49 30 1234567")',
      'support: "(555) 123-4567"',
      'ssn = "078-05-1120"',
      'card "4111 1111 1111 1111"',
      'DE89 3704 0044 0532 0130 00',
    ],
    spares: ['const timeout = 30_000', 'range(1, 100)', 'const max = 4294967296'],
  },
  {
    id: 'person',
    pattern:
      /@author\b|\bsigned-off-by\b|\b(?:TODO|FIXME|XXX|HACK)\s?\(\s*@?\w+|\bcopyright\b|©|\b(?:Mr|Mrs|Ms|Dr|Prof)\.? [A-Z]|\b[A-Z][a-z]{1,20},? [A-Z][a-z]{1,20}\b|(?:\/(?:home|Users)\/|\\Users\\)\w+/,
    catches: [
      '// @author jdoe',
      '// TODO(jane): settle',
      'ask("Jane Doe")',
      'open("/Users/jane/ledger")',
      'reviewer: "Doe, Jane"',
    ],
    spares: [
      'class OrbitLedger extends LedgerBase {',
      'throw new Error("no window is open for this tenant")',
      'function whoAmI() {}',
    ],
  },
]

/** Which rule a line breaks; null when it may be quoted. */
export function confidentialBy(line: string): string | null {
  return confidentialRules.find(({ pattern }) => pattern.test(line))?.id ?? null
}
