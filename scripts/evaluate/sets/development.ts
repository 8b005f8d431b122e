import { strangers, type EvaluationSet } from '../evaluation-set.ts'

/**
 * What the comparer is developed with. Most of these packages were looked at while false positives were hunted, and
 * rules were set after runs on them: the figures guard against getting worse and measure nothing else.
 * The packages that the stop-list was counted over appear on neither side, but for what `baseline` names.
 */
export const development: EvaluationSet = {
  name: 'development',
  language: 'ecmascript',
  isBlind: false,
  works: [
    {
      spec: '@deck.gl/core@9.0.35',
      sources: /^src\/.*\.ts$/,
      owners: ['deck.gl', 'vis.gl'],
      license: 'MIT',
      entry: 'src/index.ts',
    },
    {
      spec: 'ethers@6.13.4',
      sources: /^src\.ts\/.*\.ts$/,
      owners: ['ethers', 'Richard Moore'],
      license: 'MIT',
      entry: 'src.ts/index.ts',
    },
    {
      spec: '@tanstack/query-core@5.62.0',
      sources: /^src\/(?!__tests__).*\.ts$/,
      owners: ['TanStack'],
      license: 'MIT',
      entry: 'src/index.ts',
    },
    {
      spec: '@solana/web3.js@1.95.4',
      sources: /^src\/.*\.ts$/,
      owners: ['Solana'],
      license: 'MIT',
      entry: 'src/index.ts',
    },
    { spec: 'ix@7.0.0', sources: /^src\/.*\.ts$/, owners: ['ReactiveX'], license: 'MIT', entry: 'src/Ix.ts' },
    // Made by a generator: what all its clients have in common belongs to none of their owners.
    {
      spec: 'groq-sdk@0.9.1',
      sources: /^src\/.*\.ts$/,
      owners: ['Groq'],
      license: 'Apache-2.0',
      entry: 'src/index.ts',
    },
  ],
  // Later versions of the works: copies that drifted.
  versions: [
    { spec: '@deck.gl/core@9.1.0', of: '@deck.gl/core@9.0.35' },
    { spec: 'ethers@6.9.0', of: 'ethers@6.13.4' },
    { spec: '@tanstack/query-core@5.45.0', of: '@tanstack/query-core@5.62.0' },
    { spec: '@solana/web3.js@1.91.0', of: '@solana/web3.js@1.95.4' },
  ],
  builds: [
    {
      spec: 'ethers@6.13.4',
      of: 'ethers@6.13.4',
      files: /^lib\.(?:esm|commonjs)\/(.*)\.js$/,
      from: 'src.ts/$1',
    },
    {
      spec: '@deck.gl/core@9.0.35',
      of: '@deck.gl/core@9.0.35',
      files: /^dist\/(.*)\.js$/,
      from: 'src/$1',
    },
    {
      spec: '@tanstack/query-core@5.62.0',
      of: '@tanstack/query-core@5.62.0',
      files: /^build\/(?:modern|legacy)\/(.*)\.c?js$/,
      from: 'src/$1',
    },
    {
      spec: 'groq-sdk@0.9.1',
      of: 'groq-sdk@0.9.1',
      files: /^(?!src\/)(.*)\.m?js$/,
      from: 'src/$1',
    },
  ],
  baseline: ['tslib@2.8.1', '@noble/curves@1.6.0', 'rxjs@7.8.2'],
  unrelated: strangers(`
    maplibre-gl@4.7.1 mongodb@6.10.0 @grpc/grpc-js@1.12.2 pdf-lib@1.17.1 @tldraw/editor@3.5.0 viem@2.21.0 zod@3.25.76
    @reduxjs/toolkit@2.3.0 @anthropic-ai/sdk@0.36.3 web3-eth@4.11.1 valibot@1.0.0 superstruct@2.0.2 io-ts@2.2.21
    yup@1.4.0 xstream@11.14.0 @most/core@1.6.1 baconjs@3.0.17 ol@10.2.1 mongoose@8.8.0 pg@8.13.1 mysql2@3.11.4
    redux@5.0.1 zustand@5.0.1 quill@2.0.2 prosemirror-model@1.23.0 @scure/bip32@1.5.0 fp-ts@2.16.9 remeda@2.17.3
    radash@12.1.0 dayjs@1.11.13 luxon@3.5.0 fastify@5.1.0 together-ai@0.9.0 cloudflare@3.5.0
    @opentelemetry/sdk-trace-base@1.28.0 antd@5.22.0 @mui/material@6.1.6 three@0.169.0 mapbox-gl@2.15.0
    graphql@16.9.0 @apollo/client@3.11.10 xstate@5.19.0 pixi.js@8.6.0 @vue/runtime-core@3.5.12 pdfkit@0.15.1
    pdfjs-dist@4.8.69 cassandra-driver@4.7.2 @redis/client@1.6.0 @connectrpc/connect@1.6.1 @bufbuild/protobuf@2.2.2
    starknet@6.11.0 @effect/schema@0.75.5 fabric@6.5.1 konva@9.3.16 lithic@0.145.0 @nestjs/core@10.4.7
    sequelize@6.37.5 knex@3.1.0 drizzle-orm@0.36.0 kysely@0.27.4 socket.io@4.8.1 got@14.4.4 axios@1.7.7
    undici@6.21.0 @tiptap/core@2.9.1 slate@0.110.2 jotai@2.10.1 @mantine/core@7.13.5 chart.js@4.4.6 echarts@5.5.1
    zen-observable-ts@1.1.0 runtypes@6.7.0 arktype@2.0.0-rc.23
  `),
  shared: [],
  hosts: strangers('kysely@0.27.4 valibot@1.0.0'),
}
