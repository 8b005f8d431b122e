import type { Json, JsonObject } from './call.ts'

/** What API version 2026-03-10 took away from every repository object. */
export function forVersion(body: Json, version: string): Json {
  return version < '2026-03-10' ? body : without(body, 'has_downloads')
}

function without(value: Json, key: string): Json {
  if (Array.isArray(value)) return value.map((item) => without(item, key))
  if (value === null || typeof value !== 'object') return value
  const kept: JsonObject = {}
  for (const [name, inner] of Object.entries(value)) {
    if (name !== key) kept[name] = inner === undefined ? undefined : without(inner, key)
  }
  return kept
}
