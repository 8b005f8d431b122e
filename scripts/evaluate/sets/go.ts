import type { EvaluationSet, Stranger } from '../evaluation-set.ts'

/** npm carries little Go: each work is the other's stranger. */
const templates: readonly Stranger[] = [
  { spec: '@grafana/create-plugin@7.1.7' },
  { spec: '@vercel/go@22.0.1' },
  { spec: 'aws-cdk@2.160.0' },
]

export const goApplication: EvaluationSet = {
  name: 'Go, an application',
  language: 'go',
  isBlind: false,
  works: [{ spec: '@agoric/cosmos@0.34.1', sources: /\.go$/, owners: ['Agoric'], license: 'Apache-2.0' }],
  versions: [{ spec: '@agoric/cosmos@0.35.0', of: '@agoric/cosmos@0.34.1' }],
  baseline: [],
  unrelated: [{ spec: 'goscript@0.3.1' }, { spec: 'starpc@0.49.3' }, ...templates],
  shared: [],
  hosts: [{ spec: 'goscript@0.3.1' }],
}

export const goTools: EvaluationSet = {
  name: 'Go, a compiler and a library',
  language: 'go',
  isBlind: false,
  works: [
    { spec: 'goscript@0.3.1', sources: /\.go$/, owners: ['Aperture Robotics'], license: 'MIT' },
    { spec: 'starpc@0.49.3', sources: /\.go$/, owners: ['Aperture Robotics'], license: 'MIT' },
  ],
  versions: [],
  baseline: [],
  unrelated: [{ spec: '@agoric/cosmos@0.35.0' }, ...templates],
  shared: [],
  hosts: [{ spec: '@agoric/cosmos@0.35.0', only: /\/keeper\// }],
}
