/**
 * Makes test/practice-github/github-openapi.json: the part of GitHub's own OpenAPI description that the
 * practice GitHub answers to. The whole description unpacks to 385 MB, so it is not a dependency.
 *
 * Run: npx tsx scripts/github-openapi-subset.ts
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const VERSION = '23.0.2'

/**
 * Every route in use: reads, and the one way to a token of an App. `/graphql` and `/repositories/{id}` are not in
 * GitHub's description.
 */
const PATHS = [
  '/app',
  'POST /app/installations/{installation_id}/access_tokens',
  '/gists/{gist_id}',
  '/meta',
  '/networks/{owner}/{repo}/events',
  '/rate_limit',
  '/repos/{owner}/{repo}',
  '/repos/{owner}/{repo}/branches',
  '/repos/{owner}/{repo}/branches/{branch}',
  '/repos/{owner}/{repo}/commits',
  '/repos/{owner}/{repo}/commits/{ref}',
  '/repos/{owner}/{repo}/contents/{path}',
  '/repos/{owner}/{repo}/events',
  '/repos/{owner}/{repo}/forks',
  '/repos/{owner}/{repo}/git/blobs/{file_sha}',
  '/repos/{owner}/{repo}/git/commits/{commit_sha}',
  '/repos/{owner}/{repo}/git/matching-refs/{ref}',
  '/repos/{owner}/{repo}/git/ref/{ref}',
  '/repos/{owner}/{repo}/git/tags/{tag_sha}',
  '/repos/{owner}/{repo}/git/trees/{tree_sha}',
  '/repos/{owner}/{repo}/license',
  '/repos/{owner}/{repo}/releases',
  '/repos/{owner}/{repo}/tags',
  '/repos/{owner}/{repo}/tarball/{ref}',
  '/search/code',
  '/search/commits',
  '/search/repositories',
  '/user',
  '/users/{username}',
]

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = Record<string, Json>

/** Text for people, which validates nothing and is most of the size. */
const PROSE = new Set(['description', 'example', 'examples', 'externalDocs', 'summary', 'x-github'])

/**
 * Keeps the operations of `paths` (`get` unless another method stands before it) and everything they refer to. `nullable` without `type` is rewritten,
 * because JSON Schema validators refuse it.
 */
export function subsetOf(description: JsonObject, paths: readonly string[]): JsonObject {
  const described = description['paths'] as JsonObject
  const kept: JsonObject = {}
  for (const named of paths) {
    const [, method = 'GET', path = ''] = /^(?:([A-Z]+) )?(.*)$/.exec(named)!
    const operation = (described[path] as JsonObject | undefined)?.[method.toLowerCase()]
    if (operation === undefined) throw new Error(`GitHub's description has no ${method} ${path}`)
    kept[path] = { [method.toLowerCase()]: cleaned(operation) }
  }
  const components: Record<string, JsonObject> = {}
  const queue = refsIn(kept)
  for (let ref = queue.pop(); ref !== undefined; ref = queue.pop()) {
    const [section, name] = ref.slice('#/components/'.length).split('/') as [string, string]
    const group = (components[section] ??= {})
    if (name in group) continue
    const component = ((description['components'] as JsonObject)[section] as JsonObject)[name]
    if (component === undefined) throw new Error(`GitHub's description refers to ${ref} and does not have it`)
    group[name] = name === 'event' ? withOurPayloads(cleaned(component)) : cleaned(component)
    queue.push(...refsIn(group[name]))
  }
  return {
    openapi: description['openapi']!,
    info: cleaned(description['info']!),
    paths: kept,
    components: sorted(components),
  }
}

/** The kinds of events that the practice GitHub sends; each of the others brings dozens of schemas along. */
const EVENTS = ['create-event', 'delete-event', 'fork-event', 'public-event', 'push-event']

/**
 * GitHub describes an event's payload as exactly one of many shapes, of which PublicEvent (any object) holds all
 * others: read literally, no payload is valid. Any of them is meant.
 */
function withOurPayloads(event: Json): Json {
  const { properties } = event as { properties: { payload: JsonObject } }
  properties.payload = { anyOf: EVENTS.map((name) => ({ $ref: `#/components/schemas/${name}` })) }
  return event
}

/** Without prose; a property that happens to be called `description` stays. */
function cleaned(value: Json, isPropertyMap = false): Json {
  if (Array.isArray(value)) return value.map((item) => cleaned(item))
  if (value === null || typeof value !== 'object') return value
  const result: JsonObject = {}
  for (const [key, inner] of Object.entries(value)) {
    if (!isPropertyMap && (PROSE.has(key) || key === 'servers')) continue
    result[key] = cleaned(inner, !isPropertyMap && key === 'properties')
  }
  return isPropertyMap ? result : withTypedNull(result)
}

function withTypedNull(schema: JsonObject): Json {
  if (schema['nullable'] !== true || 'type' in schema) return schema
  const rest = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== 'nullable'))
  return { anyOf: [rest, { type: 'object', nullable: true, enum: [null] }] }
}

function refsIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(refsIn)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refsIn(inner),
  )
}

function sorted(components: Record<string, JsonObject>): JsonObject {
  const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1)
  return Object.fromEntries(
    Object.entries(components)
      .sort(byName)
      .map(([section, group]) => [section, Object.fromEntries(Object.entries(group).sort(byName))]),
  )
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'github-openapi-'))
  try {
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
    execFileSync('npm', ['install', '--no-save', '--ignore-scripts', `@octokit/openapi@${VERSION}`], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const source = join(folder, 'node_modules/@octokit/openapi')
    const description = JSON.parse(
      readFileSync(join(source, 'generated/api.github.com.json'), 'utf8'),
    ) as JsonObject
    const notice = readFileSync(join(source, 'LICENSE'), 'utf8').trim().replace(/\s+/g, ' ')
    const made = {
      'x-made-from': `@octokit/openapi ${VERSION}`,
      'x-license': notice,
      ...subsetOf(description, PATHS),
    }
    const target = fileURLToPath(new URL('../test/practice-github/github-openapi.json', import.meta.url))
    writeFileSync(target, `${JSON.stringify(made, null, 1)}\n`)
    process.stderr.write(`wrote ${target}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main()
