import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'

type Node = Record<string, unknown>
interface Parameter {
  $ref?: string
  name?: string
  'x-multi-segment'?: boolean
}
interface Operation {
  parameters?: Parameter[]
  responses: Node
}
interface Description extends Node {
  paths: Record<string, Partial<Record<'get' | 'post', Operation>>>
  components: { parameters: Record<string, Parameter>; schemas: Record<string, Node> }
}

const BASIC_ERROR = {
  content: { 'application/json': { schema: { $ref: '#/components/schemas/basic-error' } } },
}

/** Source: the 2016 announcement of status 451 and reports of 403 with the same body. */
const BLOCKED = {
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['message', 'block'],
        additionalProperties: false,
        properties: {
          message: { type: 'string', enum: ['Repository access blocked'] },
          block: {
            type: 'object',
            required: ['reason', 'created_at', 'html_url'],
            additionalProperties: false,
            properties: {
              reason: { type: 'string' },
              created_at: { type: 'string', format: 'date-time' },
              html_url: { type: 'string', format: 'uri', nullable: true },
            },
          },
        },
      },
    },
  },
}

/**
 * What GitHub's description leaves out and everybody meets: refused credentials, a former name, nothing there,
 * a blocked repository, exceeded limits, an unknown API version, a failing gateway.
 */
const ADDITIONS: Record<string, Node> = {
  '301': BASIC_ERROR,
  '400': BASIC_ERROR,
  '401': BASIC_ERROR,
  '403': BASIC_ERROR,
  '404': BASIC_ERROR,
  '409': BASIC_ERROR,
  '410': BASIC_ERROR,
  '422': BASIC_ERROR,
  '429': BASIC_ERROR,
  '451': BLOCKED,
}

/** GitHub's description of the routes in use, with the documented additions. A fresh copy on every call. */
export function description(): Description {
  const text = readFileSync(join(packageRoot, 'test/practice-github/github-openapi.json'), 'utf8')
  const described = JSON.parse(text) as Description
  const paths: Description['paths'] = {}
  for (const [path, { get, post }] of Object.entries(described.paths)) {
    if (post !== undefined) paths[path] = { post: withAdditions(post) }
    if (get === undefined) continue
    const operation = withAdditions(get)
    paths[withWildcards(described, path, get)] = { get: operation }
    const bare = BARE[path]
    if (bare !== undefined) paths[bare] = { get: withoutPath(operation, path) }
  }
  allowColons(described)
  allowNewerVersion(described)
  return { ...described, paths }
}

function withAdditions(operation: Operation): Operation {
  return { ...operation, responses: { ...ADDITIONS, ...operation.responses } }
}

/** Routes that GitHub also answers without their last part: the root folder, the default branch. */
const BARE: Record<string, string> = {
  '/repos/{owner}/{repo}/contents/{path}': '/repos/{owner}/{repo}/contents',
  '/repos/{owner}/{repo}/tarball/{ref}': '/repos/{owner}/{repo}/tarball',
}

function withoutPath(operation: Operation, path: string): Operation {
  const last = path.slice(path.lastIndexOf('{') + 1, -1)
  return { ...operation, parameters: (operation.parameters ?? []).filter(({ name }) => name !== last) }
}

/** A parameter that may hold slashes (a path, a branch) is marked in GitHub's own way; the validator's is a star. */
function withWildcards({ components }: Description, path: string, { parameters = [] }: Operation): string {
  const multiSegment = parameters
    .map((parameter) =>
      parameter.$ref === undefined ? parameter : components.parameters[parameter.$ref.split('/').at(-1)!]!,
    )
    .filter((parameter) => parameter['x-multi-segment'] === true)
    .map(({ name }) => name!)
  return multiSegment.reduce((result, name) => result.replace(`{${name}}`, `{${name}}*`), path)
}

/** The validator refuses `q=repo:a/b` with a bare colon. GitHub reads it. */
function allowColons({ paths }: Description): void {
  for (const { get } of Object.values(paths)) {
    for (const parameter of get?.parameters ?? []) {
      if (parameter.name === 'q') Object.assign(parameter, { allowReserved: true })
    }
  }
}

/** API version 2026-03-10 leaves out what the description (of 2022-11-28) requires. Its own tests see to the older one. */
function allowNewerVersion({ components }: Description): void {
  const LEFT_OUT = new Set(['rate', 'has_downloads'])
  for (const name of ['rate-limit-overview', 'repository', 'repo-search-result-item']) {
    const schema = components.schemas[name] as { required: string[] }
    schema.required = schema.required.filter((property) => !LEFT_OUT.has(property))
  }
}
