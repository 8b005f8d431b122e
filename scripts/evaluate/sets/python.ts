import type { EvaluationSet } from '../evaluation-set.ts'

const awsCli = /layer\.zip!awscli\/awscli\/(?!botocore|s3transfer)/

/** Python that npm packages carry: web applications in wheels, tools, the standard library and its types. */
export const python: EvaluationSet = {
  name: 'python',
  language: 'python',
  isBlind: false,
  works: [
    {
      spec: '@stlite/mountable@0.30.0',
      sources: /streamlit-[^!]*\.whl!streamlit\/(?!proto\/|vendor\/).*\.py$/,
      owners: ['Streamlit', 'Snowflake'],
      license: 'Apache-2.0',
    },
    {
      // Without what it took from others: argparse, simplejson, polib and a recipe are also in the standard library.
      spec: 'qooxdoo-sdk@5.0.2',
      sources:
        /^tool\/pylib\/(?!argparser|simplejson|polib|misc\/Collections|elementtree|demjson|textile|jsonschema).*\.py$/,
      owners: ['1&1 Internet', 'qooxdoo'],
      license: 'LGPL',
    },
    {
      spec: 'pygmentize-bundled@2.3.0',
      sources: /^vendor\/pygments\/pygments\/.*\.py$/,
      owners: ['Pygments'],
      license: 'BSD-2-Clause',
    },
    {
      // Without common.py, which holds an OrderedSet "based on" a published recipe, and says so in the middle.
      spec: 'node-gyp@10.3.1',
      sources: /^gyp\/pylib\/gyp\/(?!common\.py).*\.py$/,
      owners: ['Google'],
      license: 'BSD-3-Clause',
    },
    {
      spec: '@aws-cdk/asset-awscli-v1@2.2.296',
      sources: new RegExp(`${awsCli.source}.*\\.py$`),
      owners: ['Amazon'],
      license: 'Apache-2.0',
    },
  ],
  versions: [
    { spec: 'node-gyp@3.8.0', of: 'node-gyp@10.3.1' },
    { spec: '@aws-cdk/asset-awscli-v1@2.2.100', of: '@aws-cdk/asset-awscli-v1@2.2.296' },
  ],
  baseline: [],
  unrelated: [
    { spec: 'pyodide@0.26.4' },
    { spec: 'pyright@1.1.414' },
    { spec: 'nuclide@0.366.0' },
    { spec: '@pybricks/jedi@4.0.0' },
    { spec: 'node-rdkafka@3.6.1' },
    { spec: 'gl@6.0.2' },
    { spec: 'google-closure-library@20230802.0.0' },
    { spec: 'aws-cdk@2.160.0' },
    { spec: '@jupyterlite/pyodide-kernel@0.8.6' },
    // What the tool brings along: other people's, next door to the work.
    { spec: '@aws-cdk/asset-awscli-v1@2.2.296', only: /layer\.zip!awscli\/(?!awscli\/|bin\/|examples)/ },
  ],
  shared: [],
  hosts: [{ spec: 'pyodide@0.26.4' }],
}
