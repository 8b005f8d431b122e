import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { packageRoot } from '../package-root.ts'

let built: GraphQLSchema | undefined

/** GitHub's own schema. It never changes while the process lives and takes a while to build, so it is built once. */
export function githubSchema(): GraphQLSchema {
  built ??= buildSchema(
    readFileSync(join(packageRoot, 'node_modules/@octokit/graphql-schema/schema.graphql'), 'utf8'),
    // The published schema defines two fields twice.
    { assumeValidSDL: true },
  )
  return built
}
