import { strangers, type EvaluationSet } from '../evaluation-set.ts'

/**
 * Packages chosen by name alone in November 2026. Blind no more: what was missed of them has been read since, and the
 * figures guard against getting worse.
 */
export const firstBlind: EvaluationSet = {
  name: 'first-blind',
  language: 'ecmascript',
  isBlind: false,
  works: [
    {
      spec: '@theia/core@1.54.0',
      sources: /^src\/(?!.*\/layouts\/).*\.tsx?$/,
      owners: [
        'TypeFox',
        'Ericsson',
        'Red Hat',
        'EclipseSource',
        'STMicroelectronics',
        'Arm',
        'SAP',
        'Maksim Ryzhikov',
        'Eclipse',
      ],
      license: 'EPL-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0',
    },
    {
      spec: '@blueprintjs/core@5.19.1',
      sources: /^src\/.*\.tsx?$/,
      owners: ['Palantir'],
      license: 'Apache-2.0',
      entry: 'src/index.ts',
    },
    {
      spec: 'rxdb@15.39.0',
      sources: /^src\/.*\.ts$/,
      owners: ['rxdb'],
      license: 'Apache-2.0',
      entry: 'src/index.ts',
    },
    { spec: '@mysten/sui@1.14.0', sources: /^src\/.*\.ts$/, owners: ['Mysten'], license: 'Apache-2.0' },
    {
      spec: '@aptos-labs/ts-sdk@1.33.0',
      sources: /^src\/.*\.ts$/,
      owners: ['Aptos'],
      license: 'Apache-2.0',
      entry: 'src/index.ts',
    },
    {
      spec: '@xterm/xterm@5.5.0',
      sources: /^src\/.*\.ts$/,
      owners: ['xterm.js', 'Christopher Jeffrey'],
      license: 'MIT',
    },
    {
      spec: 'vega-lite@5.21.0',
      sources: /^src\/.*\.ts$/,
      owners: ['vega'],
      license: 'BSD-3-Clause',
      entry: 'src/index.ts',
    },
    {
      spec: '@loopback/repository@7.0.14',
      sources: /^src\/(?!__tests__).*\.ts$/,
      owners: ['IBM', 'LoopBack'],
      license: 'MIT',
      entry: 'src/index.ts',
    },
    {
      spec: 'botbuilder-core@4.23.0',
      sources: /^src\/.*\.ts$/,
      owners: ['Microsoft'],
      license: 'MIT',
      entry: 'src/index.ts',
    },
    {
      spec: 'botbuilder-dialogs@4.23.0',
      sources: /^src\/.*\.ts$/,
      owners: ['Microsoft'],
      license: 'MIT',
      entry: 'src/index.ts',
    },
    {
      spec: '@jupyterlab/notebook@4.2.5',
      sources: /^src\/.*\.tsx?$/,
      owners: ['Jupyter'],
      license: 'BSD-3-Clause',
      entry: 'src/index.ts',
    },
    {
      spec: '@lumino/widgets@2.5.0',
      sources: /^src\/.*\.ts$/,
      owners: ['Jupyter', 'PhosphorJS'],
      license: 'BSD-3-Clause',
      entry: 'src/index.ts',
    },
    {
      spec: '@lumino/datagrid@2.5.9',
      sources: /^src\/.*\.ts$/,
      owners: ['Jupyter', 'PhosphorJS'],
      license: 'BSD-3-Clause',
      entry: 'src/index.ts',
    },
    {
      spec: '@apollo/server@4.11.0',
      sources: /^src\/(?!__tests__).*\.ts$/,
      owners: ['Apollo'],
      license: 'MIT',
      entry: 'src/index.ts',
    },
    {
      spec: 'matrix-js-sdk@34.13.0',
      sources: /^src\/.*\.ts$/,
      owners: ['Matrix.org', 'New Vector', 'OpenMarket', 'Vector Creations', 'Element'],
      license: 'Apache-2.0',
      entry: 'src/index.ts',
    },
    {
      spec: '@microsoft/signalr@8.0.29',
      sources: /^src\/.*\.ts$/,
      owners: ['.NET Foundation'],
      license: 'MIT',
      entry: 'src/index.ts',
    },
    {
      spec: 'telegraf@4.16.3',
      sources: /^src\/.*\.ts$/,
      owners: ['Telegraf'],
      license: 'MIT',
      entry: 'src/index.ts',
    },
    {
      spec: '@trpc/server@10.45.4',
      sources: /^src\/.*\.ts$/,
      owners: ['tRPC'],
      license: 'MIT',
      entry: 'src/index.ts',
    },
    {
      spec: 'modern-treasury@3.3.0',
      sources: /^src\/.*\.ts$/,
      owners: ['Modern Treasury'],
      license: 'MIT',
      entry: 'src/index.ts',
    },
  ],
  versions: [
    { spec: '@theia/core@1.40.0', of: '@theia/core@1.54.0' },
    { spec: '@blueprintjs/core@4.20.2', of: '@blueprintjs/core@5.19.1' },
    { spec: 'rxdb@14.17.1', of: 'rxdb@15.39.0' },
    { spec: '@mysten/sui@1.30.0', of: '@mysten/sui@1.14.0' },
    { spec: '@aptos-labs/ts-sdk@1.10.0', of: '@aptos-labs/ts-sdk@1.33.0' },
    { spec: 'xterm@5.3.0', of: '@xterm/xterm@5.5.0' },
    { spec: 'vega-lite@5.6.0', of: 'vega-lite@5.21.0' },
    { spec: 'botbuilder-dialogs@4.18.0', of: 'botbuilder-dialogs@4.23.0' },
    { spec: 'matrix-js-sdk@30.3.0', of: 'matrix-js-sdk@34.13.0' },
    { spec: '@trpc/server@10.10.0', of: '@trpc/server@10.45.4' },
    { spec: '@apollo/server@4.3.0', of: '@apollo/server@4.11.0' },
  ],
  builds: [
    {
      spec: '@theia/core@1.54.0',
      of: '@theia/core@1.54.0',
      files: /^lib\/(.*)\.js$/,
      from: 'src/$1',
    },
    {
      spec: '@blueprintjs/core@5.19.1',
      of: '@blueprintjs/core@5.19.1',
      files: /^lib\/(?:esm|cjs)\/(.*)\.js$/,
      from: 'src/$1',
    },
    {
      spec: 'rxdb@15.39.0',
      of: 'rxdb@15.39.0',
      files: /^dist\/(?:esm|cjs)\/(.*)\.js$/,
      from: 'src/$1',
    },
    {
      spec: '@mysten/sui@1.14.0',
      of: '@mysten/sui@1.14.0',
      files: /^dist\/(?:esm|cjs)\/(.*)\.js$/,
      from: 'src/$1',
    },
    {
      spec: 'matrix-js-sdk@34.13.0',
      of: 'matrix-js-sdk@34.13.0',
      files: /^lib\/(.*)\.js$/,
      from: 'src/$1',
    },
    {
      spec: 'vega-lite@5.21.0',
      of: 'vega-lite@5.21.0',
      files: /^build\/src\/(.*)\.js$/,
      from: 'src/$1',
    },
  ],
  baseline: ['tslib@2.8.1'],
  unrelated: strangers(`
    @tryfinch/finch-api@10.7.0 writer-sdk@2.3.2 @runloop/api-client@1.32.0 @cerebras/cerebras_cloud_sdk@1.91.0
    @browserbasehq/sdk@2.21.0 d3@7.9.2 vega@5.33.1 @observablehq/plot@0.6.17 recharts@2.15.4 vis-network@9.1.13
    cytoscape@3.34.4 sigma@2.4.0 @babylonjs/loaders@7.54.3 playcanvas@1.77.0 matter-js@0.19.0 cannon-es@0.20.0
    planck@1.4.2 two.js@0.8.24 p5@1.11.13 @turf/turf@6.5.0 jsts@2.12.1 pouchdb@8.0.1 dexie@4.4.7 lokijs@1.5.12
    nedb@1.8.0 objection@3.1.5 bookshelf@1.2.0 @mikro-orm/core@6.6.16 neo4j-driver@5.28.3
    @elastic/elasticsearch@8.19.2 @opensearch-project/opensearch@2.13.0 near-api-js@4.0.4
    @stellar/stellar-sdk@12.3.0 xrpl@4.6.0 @polkadot/api@14.3.1 @polkadot/types@14.3.1 @cosmjs/stargate@0.32.4
    cosmjs-types@0.9.0 @terra-money/terra.js@3.1.10 algosdk@2.11.0 @coral-xyz/anchor@0.30.1 bitcoinjs-lib@6.1.8
    @uniswap/v3-sdk@3.31.5 hardhat@2.22.19 @wagmi/core@2.22.1 @chakra-ui/react@2.10.10 primereact@10.9.9
    rsuite@5.83.4 semantic-ui-react@2.1.5 @fluentui/react@8.125.7 evergreen-ui@7.1.9 grommet@2.57.0
    @carbon/react@1.117.0 vuetify@3.13.5 naive-ui@2.45.3 vant@4.10.2 element-ui@2.15.14 react-select@5.10.2
    ag-grid-community@31.3.4 handsontable@14.6.2 framer-motion@11.18.2 gsap@3.15.0 lottie-web@5.13.0
    swiper@11.2.10 @fullcalendar/core@6.1.22 tinymce@7.9.3 @ckeditor/ckeditor5-engine@41.4.2 lexical@0.17.1
    draft-js@0.11.7 codemirror@5.65.21 monaco-editor@0.50.0 @hapi/hapi@21.4.10 @feathersjs/feathers@5.0.50
    moleculer@0.14.36 sails@1.5.18 @adonisjs/core@6.21.0 egg@3.34.0 @midwayjs/core@3.20.24 @nestjs/common@10.4.22
    parse-server@6.5.11 payload@2.32.3 graphql-yoga@5.24.1 mercurius@14.1.0 @graphql-tools/utils@10.11.0
    @urql/core@5.2.0 relay-runtime@17.0.0 type-graphql@1.1.1 postgraphile@4.14.1 hono@4.13.19 @slack/bolt@3.22.0
    @slack/web-api@7.19.0 grammy@1.46.0 eris@0.17.2 twilio@5.13.1 plaid@27.0.0 @kubernetes/client-node@0.22.3
    @okta/okta-sdk-nodejs@7.3.0 @azure/storage-blob@12.32.0 @azure/cosmos@4.9.3 @google-cloud/storage@7.22.0
    @google-cloud/pubsub@4.11.0 @aws-sdk/client-dynamodb@3.1162.0 @aws-sdk/client-ec2@3.600.0 vite@5.4.21
    @parcel/core@2.16.4 karma@6.4.4 testcafe@3.7.6 nightwatch@3.16.0 webdriverio@8.46.0 stylelint@16.26.1
    less@4.9.1 postcss@8.5.33 tailwindcss@3.4.19 recast@0.23.21 ts-morph@23.0.0 typedoc@0.26.11 nx@19.8.15
    verdaccio@5.33.0 pm2@5.4.3 @node-red/nodes@4.1.15 gatsby@5.16.1 nuxt@3.21.11 astro@4.16.19
    @sveltejs/kit@2.70.4 @builder.io/qwik@1.20.1 @stencil/core@4.45.1 riot@9.4.11 mithril@2.3.8
    ember-source@5.12.0 aurelia-framework@1.4.1 angular@1.8.3 @angular/material@17.3.10 @ionic/core@8.8.19
    @ngrx/store@17.2.0 mobx-state-tree@6.0.1 effector@23.4.4 class-validator@0.14.4 mathjs@13.2.3
    @tensorflow/tfjs-core@4.22.0 natural@8.1.1 compromise@14.17.0 pdfmake@0.2.23 exceljs@4.4.0 xlsx@0.18.5
    docx@8.6.0 jimp@0.22.12 @popperjs/core@2.11.8 @js-joda/core@5.7.0 i18next@23.16.8 node-forge@1.4.3
    crypto-js@4.2.0 jose@5.10.0 openpgp@5.11.3 inquirer@9.3.8 @oclif/core@4.14.0 blessed@0.1.81 ink@5.2.1
    bunyan@1.8.15 @sentry/node@8.55.2 newrelic@12.25.1 dd-trace@5.20.0 @grafana/data@11.6.16
    @excalidraw/excalidraw@0.17.6 @nozbe/watermelondb@0.27.1 sockjs-client@1.6.1 centrifuge@5.8.0
    @eclipse-glsp/client@2.8.0 sprotty@1.4.0 @nteract/core@15.1.9 @codemirror/commands@6.11.1
  `),
  shared: [
    {
      original: '@theia/core@1.54.0:src/common/markdown-rendering/markdown-string.ts',
      because: 'says in its middle that it is copied from VS Code',
    },
    {
      original: '@theia/core@1.54.0:src/browser/common-frontend-contribution.ts',
      because: 'describes colours in the very words of VS Code',
    },
    {
      original: 'rxdb@15.39.0:src/plugins/utils/utils-object-deep-equal.ts',
      because: 'says that it is copied from fast-deep-equal',
    },
    {
      original: 'modern-treasury@3.3.0:src/internal/qs/formats.ts',
      because: 'lies in a folder whose README says that neoqs is vendored there',
    },
  ],
  hosts: strangers('xrpl@4.6.0 hardhat@2.22.19 planck@1.4.2 algosdk@2.11.0'),
}
