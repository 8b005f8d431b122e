import { z } from 'zod'
import { operations, type Operation } from './operations.ts'
import { components } from './schemas/common.ts'

type JsonObject = { [name: string]: unknown }

/** The description of `/api/v1` as an OpenAPI 3.1 document, made from the schemas that the types are held against. */
export function describeApi(version: string): JsonObject {
  const schemas = z.toJSONSchema(components, { uri: schemaUri, io: 'output' }).schemas
  return {
    openapi: '3.1.0',
    info: {
      title: 'Clawback',
      version,
      description:
        'What Clawback found, decided and sent: the same documents as the commands print with --json. Everything reads; nothing here changes anything.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { token: [] }],
    paths: Object.fromEntries(
      operations.map((operation) => [openApiPath(operation), { get: describe(operation) }]),
    ),
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutIds(schema)])),
      responses: Object.fromEntries(
        Object.entries(refusals).map(([code, description]) => [
          `Problem${code}`,
          { description, content: json({ $ref: schemaUri('Problem') }) },
        ]),
      ),
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A token that a user made on the page Account. It reads, and does what its scopes name.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'clawback_PORT',
          description:
            'The cookie set by the one-time link that "clawback serve" prints. PORT is the port served on.',
        },
      },
    },
  }
}

const refusals = {
  400: 'A parameter cannot be read',
  401: 'Nobody is signed in',
  404: 'There is no such thing',
} as const

function describe({ id, summary, command, path, query, answer, refuses }: Operation): JsonObject {
  return {
    operationId: id,
    summary,
    description: `The document of \`clawback ${command} --json\`.`,
    parameters: [
      ...pathParameters(path).map((name) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...query.map(({ name, description }) => ({
        name,
        in: 'query',
        description,
        allowReserved: true,
        schema: { type: 'string' },
      })),
    ],
    responses: {
      200: { description: summary, content: json(answerSchema(answer)) },
      ...Object.fromEntries(
        [401, ...refuses].map((code) => [code, { $ref: `#/components/responses/Problem${code}` }]),
      ),
    },
  }
}

/** A named schema, or a list of one, as a reference. */
function answerSchema(answer: z.ZodType): JsonObject {
  if (answer instanceof z.ZodArray) return { type: 'array', items: answerSchema(answer.element as z.ZodType) }
  const id = components.get(answer)?.id
  if (id === undefined) throw new Error('An answer of the API has no name')
  return { $ref: schemaUri(id) }
}

function json(schema: JsonObject): JsonObject {
  return { 'application/json': { schema } }
}

function schemaUri(id: string): string {
  return `#/components/schemas/${id}`
}

function openApiPath({ path }: Operation): string {
  return path.replace(/:(\w+)/g, '{$1}')
}

function pathParameters(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!)
}

/** zod marks each schema as a document of its own; here they are parts of one. */
function withoutIds(schema: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(schema).filter(([name]) => !['$id', '$schema', 'id'].includes(name)),
  )
}
