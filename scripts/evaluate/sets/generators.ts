import type { EvaluationSet, Stranger } from '../evaluation-set.ts'

/** `NAME@VERSION`, or `NAME@VERSION PATTERN`: only the files that it fits. */
function only(lines: string): Stranger[] {
  return lines
    .split('\n')
    .map((line) => line.trim().split(' '))
    .filter(([spec]) => spec !== '')
    .map(([spec, pattern]) => ({
      spec: spec!,
      only: pattern === undefined ? undefined : new RegExp(pattern),
    }))
}

/**
 * What many have without one having copied the other: what generators, compilers and binding tools write, lists that a
 * standard prescribes, templates, helpers that everyone knows. Each kind has works and strangers of different owners.
 * It may be looked into. Packages that the stop-list was counted over (scripts/stoplist) are left out, and so are
 * those that really took from each other: jssip and SIP.js, hive-driver and @databricks/sql, pegjs and peggy.
 */
export const generators: EvaluationSet = {
  name: 'generators',
  language: 'ecmascript',
  isBlind: false,
  works: [
    // Clients of an API: Stainless, Speakeasy, OpenAPI Generator.
    { spec: 'together-ai@0.9.0', sources: /^src\/.*\.ts$/, owners: ['Together'], license: 'Apache-2.0' },
    {
      spec: '@vercel/sdk@1.28.35',
      sources: /^src\/(?!models\/).*\.ts$/,
      owners: ['Vercel'],
      license: 'Apache-2.0',
    },
    {
      spec: '@openfga/sdk@0.9.7',
      sources: /^(?!dist)[^/]*\.[jt]s$|^dist\/.*\.js$/,
      owners: ['OpenFGA'],
      license: 'Apache-2.0',
    },
    {
      spec: '@kubernetes/client-node@0.22.3',
      sources: /^dist\/(?!gen\/models).*\.js$/,
      owners: ['Kubernetes'],
      license: 'Apache-2.0',
    },
    // Messages and contracts: ts-proto and Telescope, protobuf.js, protobuf-ts, TypeChain, Anchor.
    { spec: '@dydxprotocol/v4-proto@9.5.0', sources: /^src\/.*\.ts$/, owners: ['dYdX'], license: 'AGPL-3.0' },
    {
      spec: '@authzed/authzed-node@1.6.1',
      sources: /^src\/.*\.ts$|^dist\/src\/.*\.js$/,
      owners: ['authzed'],
      license: 'Apache-2.0',
    },
    { spec: '@temporalio/proto@1.24.0', sources: /\.js$/, owners: ['Temporal'], license: 'MIT' },
    {
      spec: '@arbitrum/sdk@4.1.0',
      sources: /^dist\/lib\/.*\.js$/,
      owners: ['Offchain Labs'],
      license: 'Apache-2.0',
    },
    {
      spec: '@coral-xyz/anchor@0.30.1',
      sources: /^dist\/cjs\/.*\.js$/,
      owners: ['coral-xyz'],
      license: 'MIT',
    },
    // Parsers: Jison, PEG.js, nearley.
    {
      spec: 'coffeescript@2.7.0',
      sources: /^lib\/coffeescript\/.*\.js$/,
      owners: ['Jeremy Ashkenas'],
      license: 'MIT',
    },
    {
      spec: 'esquery@1.7.0',
      sources: /^[^/]*\.js$|^dist\/esquery(?:\.lite)?\.js$/,
      owners: ['Joel Feenstra'],
      license: 'BSD-3-Clause',
    },
    { spec: '@ts-graphviz/ast@3.0.6', sources: /^lib\/.*\.js$/, owners: ['Yuki Yamazaki'], license: 'MIT' },
    {
      spec: 'pgsql-ast-parser@12.0.2',
      sources: /^src\/.*\.ts$/,
      owners: ['Olivier Guimbal'],
      license: 'MIT',
    },
    // Bindings: Emscripten, wasm-bindgen, NAPI-RS.
    { spec: 'argon2-browser@1.18.0', sources: /^(?:lib|dist)\/.*\.js$/, owners: ['antelle'], license: 'MIT' },
    {
      spec: '@automerge/automerge-wasm@0.17.0',
      sources: /^nodejs\/.*\.c?js$/,
      owners: ['Automerge'],
      license: 'MIT',
    },
    { spec: 'rolldown@1.2.19', sources: /^dist\/shared\/.*\.mjs$/, owners: ['VoidZero'], license: 'MIT' },
    // Compiled components, icons, months and days, helpers that everyone knows.
    {
      spec: '@ng-bootstrap/ng-bootstrap@21.0.0',
      sources: /^fesm2022\/.*\.mjs$/,
      owners: ['ng-bootstrap'],
      license: 'MIT',
    },
    {
      spec: '@heroicons/react@2.2.0',
      sources: /^24\/outline\/[A-D]\w*\.js$/,
      owners: ['Tailwind Labs'],
      license: 'MIT',
    },
    {
      spec: 'bootstrap-datepicker@1.10.1',
      sources: /^js\/.*\.js$/,
      owners: ['Andrew Rowls', 'eternicode'],
      license: 'Apache-2.0',
    },
    { spec: 'chroma-js@3.2.0', sources: /^src\/.*\.js$/, owners: ['Gregor Aisch'], license: 'BSD-3-Clause' },
    { spec: 'semver@7.8.6', sources: /\.js$/, owners: ['GitHub', 'npm', 'Isaac'], license: 'ISC' },
    {
      spec: 'js-sha256@1.0.0',
      sources: /^src\/.*\.m?js$/,
      owners: ['emn178', 'Yi-Cyuan Chen'],
      license: 'MIT',
    },
  ],
  versions: [],
  baseline: ['tslib@2.8.1'],
  unrelated: only(String.raw`
    groq-sdk@0.9.1 ^src/
    @anthropic-ai/sdk@0.36.3 ^src/
    lithic@0.145.0 ^src/
    runloop-api-client@1.32.0 ^src/
    @browserbasehq/sdk@2.21.0 ^src/
    writer-sdk@2.3.2 ^src/
    @tryfinch/finch-api@10.7.0 ^src/
    modern-treasury@3.3.0 ^src/
    @cerebras/cerebras_cloud_sdk@1.91.0 ^src/
    unstructured-client@0.31.0 ^src/
    @novu/api@3.19.1 ^src/
    livepeer@3.5.0 ^src/
    square@46.0.0 ^core/|^api/resources/[a-d]
    intercom-client@7.0.3 ^dist/cjs/(?!serialization)
    plaid@27.0.0 ^dist/
    @lob/lob-typescript-sdk@1.4.2
    @fireblocks/ts-sdk@18.0.0 ^(?:api|client|models/[a-f])
    mailslurp-client@17.4.0 ^dist/(?!esm)
    ynab@4.1.0 ^dist/(?!esm)
    @getbrevo/brevo@6.0.3 ^dist/cjs/
    @stellar/stellar-sdk@12.3.0 ^lib/
    windmill-client@1.818.0
    @mailchimp/mailchimp_marketing@3.0.80 ^src/
    square-connect@6.20201216.0 ^src/
    @azure/storage-blob@12.32.0 ^dist/commonjs/
    @azure/arm-resources@7.0.0 ^dist/commonjs/
    @azure/keyvault-secrets@4.11.2 ^dist/commonjs/
    @aws-sdk/client-sqs@3.1169.0 ^dist-(?:cjs|es)/
    @aws-sdk/client-dynamodb@3.1162.0 ^dist-(?:cjs|es)/
    @microsoft/kiota-http-fetchlibrary@1.0.0-preview.109
    @xmtp/proto@3.96.0
    @dapr/dapr@3.18.0 proto
    @livekit/protocol@2.0.0
    @textile/hub-grpc@2.6.20
    @google-cloud/pubsub@4.11.0
    @google-cloud/translate@9.4.2
    @google-cloud/tasks@6.3.0
    @agoric/cosmos@0.34.1
    @aave/contract-helpers@1.38.0 ^dist/cjs/
    @uniswap/v3-sdk@3.31.5
    @zetachain/protocol-contracts@9.0.0 types
    @saleor/sdk@0.7.0
    @lens-protocol/client@2.3.2
    @databricks/sql@2.1.0
    java-ast@0.4.1
    dt-sql-parser@4.5.1 hive|pgsql
    handlebars@4.7.10 ^dist/cjs/
    jsonpath@1.3.0
    jssip@3.13.8 ^lib/
    sql-formatter@15.9.0 ^dist/cjs/
    @prometheus-io/lezer-promql@0.315.0
    loro-crdt@1.17.1 ^nodejs/
    @biomejs/wasm-nodejs@2.5.14
    @jsquash/jpeg@1.6.0
    oxc-parser@0.159.0 ^src-js/
    @tailwindcss/oxide@4.3.5
    @ionic/core@8.8.19 ^dist/cjs/index-
    vue-select@3.20.4
    vue-multiselect@3.5.0
    react-feather@2.0.10
    @radix-ui/react-icons@1.3.2
    flatpickr@4.6.13 ^dist/(?:esm/)?l10n/
    air-datepicker@3.6.0
    dayjs@1.11.13 ^esm/locale/
    @fullcalendar/core@6.1.22 locales
    acorn@8.19.0
    esutils@2.0.3
    emoji-regex@11.0.0
    grapheme-splitter@1.0.4
    crypto-js@4.2.0
    js-base64@3.9.6
    tiny-emitter@2.1.0
    quick-lru@7.3.0
    lru_map@0.4.1
    fastest-levenshtein@1.0.16
    compare-versions@6.1.1
    mime@4.1.2
    mrmime@2.0.1
    tinycolor2@1.6.0
    colord@2.13.0
    eases@1.0.8
    d3-ease@3.0.2
    @tweenjs/tween.js@25.0.0
    create-astro@5.0.1
    openapi-typescript-codegen@0.31.0
    @hey-api/openapi-ts@0.95.0
    ts-proto@2.18.0
    protobufjs-cli@2.7.1
  `),
  shared: [],
  hosts: [{ spec: 'kysely@0.27.4' }, { spec: 'valibot@1.0.0' }],
}
