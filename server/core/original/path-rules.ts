import type { OriginalRule } from './types.ts'

/** Rules that need only the path. */
export const pathRules: readonly OriginalRule[] = [
  {
    id: 'vendored-path',
    excludedBecause: 'third-party',
    judge: ({ path }) => {
      const found =
        /(?:^|[/!~])(node_modules|bower_components|jspm_packages|vendor|third[_-]?party|3rd[_-]?party|site-packages|dist-packages|\.yarn|\.pnpm|Pods|Carthage|Godeps|\.?venv|__pypackages__)\//.exec(
          path,
        )?.[1]
      return found === undefined ? null : `lies in a folder of other people's code, ${found}/`
    },
    catches: [
      { path: 'package/node_modules/lodash/index.js' },
      { path: 'dist/cli.js.map!node_modules/react/index.js' },
      { path: 'vendor/github.com/pkg/errors/errors.go' },
      { path: 'src/third_party/zlib/inflate.c' },
      { path: 'native/ThirdParty/../third-party/x.h' },
    ],
    spares: [
      { path: 'src/vendor.ts' },
      { path: 'src/vendors/vendor-list.ts' },
      { path: 'src/node_modules.ts' },
    ],
  },
  {
    id: 'bundler-runtime',
    excludedBecause: 'generated',
    judge: ({ path }) =>
      /(?:^|[/!])(?:\(webpack\)|webpack\/(?:runtime|bootstrap|universalModuleDefinition)|vite\/(?:preload-helper|modulepreload-polyfill)|\(?rollup\)?\/|commonjsHelpers\.js|_?virtual\/)/.test(
        path,
      )
        ? 'put there by the bundler'
        : null,
    catches: [
      { path: 'cli.js.map!webpack/runtime/chunk loaded' },
      { path: 'webpack/bootstrap 3b1f0' },
      { path: 'a.js.map!(webpack)/buildin/module.js' },
      { path: 'a.js.map!vite/preload-helper' },
      { path: 'a.js.map!commonjsHelpers.js' },
    ],
    spares: [{ path: 'src/webpack/plugin.ts' }, { path: 'scripts/rollup.ts' }, { path: 'src/vite/index.ts' }],
  },
  {
    id: 'community-text',
    excludedBecause: 'third-party',
    judge: ({ name }) =>
      /^(?:\w+[-_.])?code[-_ ]?of[-_ ]?conduct(?:[-_.]\w+)*$/i.test(name)
        ? 'a code of conduct, which most projects take from others'
        : null,
    catches: [
      { path: 'CODE_OF_CONDUCT.md' },
      { path: '.github/code-of-conduct.md' },
      { path: 'docs/CODE_OF_CONDUCT.pt-BR.md' },
    ],
    spares: [{ path: 'src/conduct.ts' }, { path: 'src/code-of-conduct/check.ts' }],
  },
  {
    id: 'generated-path',
    excludedBecause: 'generated',
    judge: ({ path, name }) => {
      if (/(?:^|[/!])(?:__generated__|generated)\//.test(path)) return 'lies in a folder of generated code'
      const found =
        /(?:\.generated\.\w+|\.gen\.(?:ts|go|rs|js)|\.pb\.(?:go|cc|h|swift)|_pb2(?:_grpc)?\.pyi?|_(?:grpc_)?pb\.(?:js|d\.ts|ts)|\.g\.(?:dart|cs)|\.freezed\.dart|\.designer\.cs|_generated\.go|\.snap)$/i.exec(
          name,
        )?.[0]
      return found === undefined ? null : `its name ends as a generator's do (${found})`
    },
    catches: [
      { path: 'src/__generated__/query.ts' },
      { path: 'api/user.pb.go' },
      { path: 'api/user_pb2.py' },
      { path: 'lib/model.g.dart' },
      { path: 'src/schema.generated.ts' },
      { path: 'test/__snapshots__/a.test.ts.snap' },
    ],
    spares: [{ path: 'src/generate.ts' }, { path: 'src/generated-name.ts' }, { path: 'src/oxygen.ts' }],
  },
  {
    id: 'lock-file',
    excludedBecause: 'generated',
    judge: ({ name }) =>
      /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|Cargo\.lock|poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|composer\.lock|Gemfile\.lock|Podfile\.lock|mix\.lock|pubspec\.lock|flake\.lock|packages\.lock\.json|gradle\.lockfile|go\.(?:work\.)?sum|Package\.resolved)$/.test(
        name,
      )
        ? 'a lock file, written by a package manager'
        : null,
    catches: [{ path: 'package-lock.json' }, { path: 'crates/a/Cargo.lock' }, { path: 'go.sum' }],
    spares: [{ path: 'src/lock.ts' }, { path: 'src/package-lock.ts' }, { path: 'src/file.lock.ts' }],
  },
  {
    id: 'licence-file',
    excludedBecause: 'boilerplate',
    judge: ({ name }) =>
      /^(?:(?:licen[cs]es?|copying(?:\.lesser)?|notices?|unlicense|copyright|patents|third[-_ ]?party[-_ ]?(?:licen[cs]es?|notices?)|code[-_]of[-_]conduct)(?:[-_.][\w.-]+)?)$/i.test(
        name,
      ) &&
      !/\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|rb|php|c|cc|cpp|h|cs|swift|css|scss|vue|svelte|sh|sql)$/i.test(
        name,
      )
        ? 'a licence or notice text'
        : null,
    catches: [
      { path: 'LICENSE' },
      { path: 'license.md' },
      { path: 'LICENSE-MIT' },
      { path: 'COPYING' },
      { path: 'ThirdPartyNotices.txt' },
      { path: 'NOTICE' },
      { path: 'CODE_OF_CONDUCT.md' },
    ],
    spares: [
      { path: 'src/license.ts' },
      { path: 'src/notice.py' },
      { path: 'src/copying-files.md.ts' },
      { path: 'notify.md' },
    ],
  },
  {
    id: 'tool-settings',
    excludedBecause: 'boilerplate',
    judge: ({ name, path }) =>
      /^(?:package\.json|composer\.json|bower\.json|lerna\.json|nx\.json|turbo\.json|deno\.jsonc?|[tj]sconfig(?:\.[\w.-]+)?\.json|Cargo\.toml|pyproject\.toml|setup\.cfg|requirements(?:[-.][\w.-]+)?\.txt|go\.(?:mod|work)|Gemfile|Pipfile|Podfile|pom\.xml|\.gitignore|\.gitattributes|\.gitmodules|\.gitkeep|\.npmignore|\.npmrc|\.yarnrc(?:\.yml)?|\.dockerignore|\.editorconfig|\.nvmrc|\.node-version|\.tool-versions|\.babelrc(?:\.\w+)?|\.browserslistrc|\.eslint(?:rc(?:\.\w+)?|ignore)|\.prettier(?:rc(?:\.\w+)?|ignore)|\.stylelintrc(?:\.\w+)?|\.mocharc(?:\.\w+)?|\.swcrc|\.markdownlint(?:\.\w+)?|[\w-]+\.config\.[cm]?[jt]s|biome\.jsonc?|renovate\.json5?)$/.test(
        name,
      ) || /(?:^|[/!])\.(?:github|gitlab|circleci|vscode|idea|husky|changeset)\//.test(path)
        ? 'settings of a tool, alike everywhere'
        : null,
    catches: [
      { path: 'package.json' },
      { path: 'packages/a/tsconfig.build.json' },
      { path: '.gitignore' },
      { path: '.eslintrc.cjs' },
      { path: 'vite.config.ts' },
      { path: '.github/workflows/ci.yml' },
    ],
    spares: [
      { path: 'src/package.ts' },
      { path: 'src/config.ts' },
      { path: 'src/tenant.config/load.ts' },
      { path: 'locales/en.json' },
    ],
  },
  {
    id: 'drawing',
    excludedBecause: 'boilerplate',
    judge: ({ name }) =>
      /\.svg$/i.test(name)
        ? 'a drawing; icons are mostly taken from collections, and nothing in them says so'
        : null,
    catches: [{ path: 'assets/icon.svg' }],
    spares: [{ path: 'src/svg.ts' }],
  },
]
