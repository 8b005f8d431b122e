import type { GuardRule } from './types.ts'

/**
 * Files that no package should hold, by their path alone. Source folders beside a build are no rule: open packages
 * ship them on purpose, and whether a file is one of a work's originals is for the comparison to say.
 */
export const pathRules: readonly GuardRule[] = [
  {
    id: 'source-map-name',
    kind: 'source-map',
    judge: ({ name }) =>
      /\.map(?:\.(?:gz|br|zst|xz|bz2))?$/i.test(name)
        ? 'a source map tells the names and the structure of the sources, and often holds their text'
        : null,
    catches: [{ path: 'dist/cli.js.map' }, { path: 'lib/index.d.ts.map' }, { path: 'cli.js.MAP.gz' }],
    spares: [{ path: 'src/map.ts' }, { path: 'lib/map' }, { path: 'assets/site.map.html' }],
  },
  {
    id: 'environment-file',
    kind: 'environment-file',
    judge: ({ name }) =>
      /^\.env(?:rc)?(?:\.[\w-]+)*$/i.test(name) &&
      !/\.(?:examples?|samples?|template|dist|defaults?|schema)$/i.test(name)
        ? 'settings of one machine or service, where passwords and tokens are kept'
        : null,
    catches: [{ path: '.env' }, { path: 'app/.env.local' }, { path: '.env.production' }, { path: '.envrc' }],
    spares: [
      { path: '.env.example' },
      { path: 'src/env.ts' },
      { path: '.env.local.sample' },
      { path: 'dotenv' },
    ],
  },
  {
    id: 'key-file',
    kind: 'private-key',
    judge: ({ name }) =>
      /^id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?$|\.(?:p12|pfx|ppk|jks|keystore|kdbx|asc\.key)$/i.test(name)
        ? 'its name is that of a private key or a key store'
        : null,
    catches: [
      { path: '.ssh/id_ed25519' },
      { path: 'certs/server.p12' },
      { path: 'android/release.keystore' },
    ],
    spares: [{ path: 'id_rsa.pub' }, { path: 'src/keystore.ts' }, { path: 'certs/ca.pem' }],
  },
  {
    id: 'credentials-file',
    kind: 'credentials',
    judge: ({ path, name }) =>
      /^(?:\.netrc|_netrc|\.git-credentials|\.pgpass|\.my\.cnf|\.htpasswd|\.vault-token)$/i.test(name) ||
      /(?:^|[/!])(?:\.aws\/credentials|\.kube\/config|\.docker\/config\.json|\.config\/gh\/hosts\.yml)$/.test(
        path,
      )
        ? 'a program keeps its passwords or tokens in a file of this name'
        : null,
    catches: [{ path: '.netrc' }, { path: 'home/.aws/credentials' }, { path: '.git-credentials' }],
    spares: [{ path: 'src/credentials.ts' }, { path: 'aws/credentials' }, { path: 'docs/netrc.md' }],
  },
  {
    id: 'version-control',
    kind: 'version-control',
    judge: ({ path }) =>
      /(?:^|[/!])\.(?:git|hg|svn)(?:[/!]|$)/.test(path)
        ? "version control's own data: the whole history, also of what was deleted"
        : null,
    catches: [{ path: '.git' }, { path: 'package/.git/config' }, { path: 'app.zip!.hg/store' }],
    spares: [{ path: '.gitignore' }, { path: '.github/workflows/ci.yml' }, { path: 'lib/git/index.js' }],
  },
  {
    id: 'memory',
    kind: 'core-dump',
    judge: ({ name, text }) =>
      /^core\.\d+$|^vgcore\.\d+$|\.(?:heapsnapshot|hprof|mdmp|dmp|heapprofile|core)$|^hs_err_pid\d+\.log$/i.test(
        name,
      ) ||
      (name === 'core' && isElfCore(text))
        ? 'the memory of a process, with whatever it held'
        : null,
    catches: [
      { path: 'core.4711' },
      { path: 'Heap.20260331.heapsnapshot' },
      { path: 'core', text: '\u007fELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0\u0004\0' },
    ],
    spares: [{ path: 'core.js' }, { path: 'core', text: '#!/bin/sh' }, { path: 'lib/core/index.js' }],
  },
  {
    id: 'state-of-tools',
    kind: 'private-state',
    judge: ({ name }) =>
      /^\.?(?:bash|zsh|node_repl|python|psql|mysql)_history$|\.tfstate(?:\.backup)?$|^report\.\d{8}\.\d{6}\.\d+\.\d+\.\d+\.json$/.test(
        name,
      )
        ? "a tool's own record, which holds what was typed, or environment and secrets as they were"
        : null,
    catches: [
      { path: '.bash_history' },
      { path: 'infra/terraform.tfstate' },
      { path: 'report.20260331.101500.4711.0.001.json' },
    ],
    spares: [{ path: 'src/history.ts' }, { path: 'report.json' }, { path: 'main.tf' }],
  },
]

/** e_type, the two bytes after the 16 of identification, is 4 (ET_CORE) in either byte order. */
function isElfCore(text: string): boolean {
  return text.startsWith('\u007fELF') && ['\u0004\0', '\0\u0004'].includes(text.slice(16, 18))
}
