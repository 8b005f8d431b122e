import { linedAt, type Found } from './lined-at.ts'
import type { GuardFile, GuardRule } from './types.ts'

/** A key's first lines, as they stand in a file or in a string: breaks, quotes and headers come before the data. */
const keyBlock =
  /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\\+[nr]|[\s"'`+,]|(?:Proc-Type|DEK-Info|Version|Comment): ?[\w ,.:()-]+)*[A-Za-z0-9+/=]{40}/

/**
 * Credentials by the forms that their makers gave them, so that ordinary code is never taken for one. Tokens that
 * documentation uses as an example say so.
 */
const tokenForms: readonly { maker: string; form: RegExp }[] = [
  { maker: 'AWS access key id', form: /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/ },
  {
    maker: 'GitHub token',
    form: /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b/,
  },
  { maker: 'GitLab token', form: /\bglpat-[\w-]{20}(?![\w-])/ },
  { maker: 'npm token', form: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { maker: 'Slack token', form: /\bxox[abeoprs]-\d{8,}-[\w-]{10,}/ },
  { maker: 'Slack webhook', form: /hooks\.slack\.com\/services\/T\w{7,}\/B\w{7,}\/\w{20,}/ },
  { maker: 'Stripe secret key', form: /\b[rs]k_live_[A-Za-z0-9]{20,}\b/ },
  { maker: 'Anthropic key', form: /\bsk-ant-[a-z0-9]+-[\w-]{80,}/ },
  { maker: 'OpenAI key', form: /\bsk-(?:proj-)?[A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,}/ },
  { maker: 'SendGrid key', form: /\bSG\.[\w-]{22}\.[\w-]{43}(?![\w-])/ },
  { maker: 'PyPI token', form: /\bpypi-AgEIcHlwaS5vcmc[\w-]{50,}/ },
]

const example = /EXAMPLE|(.)\1{9}/i

export const contentRules: readonly GuardRule[] = [
  {
    id: 'key-block',
    kind: 'private-key',
    judge: ({ text }) => at(linedAt(text, keyBlock), 'a private key'),
    catches: [
      { path: 'server.pem', text: `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEpAIB'.repeat(8)}\n` },
      {
        path: 'test/keys.js',
        text: `const key = "-----BEGIN PRIVATE KEY-----\\n${'MIIEvQIB'.repeat(8)}\\n"`,
      },
      {
        path: 'old.key',
        text: `-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0A1B\n\n${'MHcCAQEE'.repeat(8)}`,
      },
    ],
    spares: [
      { path: 'ca.pem', text: `-----BEGIN CERTIFICATE-----\n${'MIIDdzCC'.repeat(8)}` },
      { path: 'lib/pem.js', text: 'if (text.startsWith("-----BEGIN PRIVATE KEY-----")) return parse(text)' },
      { path: 'README.md', text: '-----BEGIN PRIVATE KEY-----\n…\n-----END PRIVATE KEY-----' },
    ],
  },
  {
    id: 'registry-login',
    kind: 'credentials',
    judge: ({ name, text }) =>
      /^\.(?:npmrc|yarnrc|yarnrc\.yml)$/.test(name)
        ? at(
            linedAt(
              text,
              /(?:_auth(?:Token)?|_password|npmAuthToken|npmAuthIdent)["']?\s*[=:]\s*(?!["']?\$\{)["']?[^\s"']/,
            ),
            'a login for a package registry',
          )
        : null,
    catches: [
      { path: '.npmrc', text: '//registry.example/:_authToken=abc' },
      { path: 'a/.yarnrc.yml', text: 'npmAuthToken: "abc"' },
    ],
    spares: [
      { path: '.npmrc', text: 'engine-strict=true' },
      { path: '.npmrc', text: '//registry.example/:_authToken=${NPM_TOKEN}' },
      { path: 'docs/npmrc.md', text: '_authToken=abc' },
    ],
  },
  {
    id: 'token',
    kind: 'token',
    judge: ({ text }) => {
      for (const { maker, form } of tokenForms) {
        const found = linedAt(text, form, (token) => !example.test(token))
        if (found !== null) return at(found, `what looks like a live ${maker}`)
      }
      return null
    },
    catches: [
      { path: 'dist/cli.js', text: `fetch(u,{headers:{a:"ghp_${'a1B2'.repeat(9)}"}})` },
      { path: 'config.json', text: '{"id":"AKIAQ2W3E4R5T6Y7U2I3"}' },
      { path: 'test/fixtures/login.json', text: `npm_${'x9Yz'.repeat(9)}` },
      { path: 'a.js', text: `// AKIAIOSFODNN7EXAMPLE\nk="AKIAQ2W3E4R5T6Y7U2I3"` },
    ],
    spares: [
      { path: 'README.md', text: 'AKIAIOSFODNN7EXAMPLE' },
      { path: 'README.md', text: `ghp_${'x'.repeat(36)}` },
      { path: 'a.css', text: '.sk-loading-spinner-container-inner { color: red }' },
      { path: 'a.js', text: 'const form = /ghp_[A-Za-z0-9]{36}/' },
    ],
  },
]

function at(found: Found | null, what: string): string | null {
  return found === null ? null : `${what} in line ${found.line.toLocaleString('en-US')}`
}

/** What the rules look at. */
export function guardFile(path: string, bytes: Uint8Array): GuardFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return { path, name: path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1), text }
}
