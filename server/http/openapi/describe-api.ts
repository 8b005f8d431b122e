import { z } from 'zod'
import { operations, type BodyType, type Operation } from './operations.ts'
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
        'What Clawback found, decided and sent: the same documents as the commands print with --json. A token reads, and does what its scopes name; what a person swears to is done by that person alone.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { token: [] }],
    paths: describePaths(),
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
  400: 'What was asked or sent cannot be read, or may not be',
  401: 'Nobody is signed in',
  403: 'The token, or whoever it is of, may not do this',
  404: 'There is no such thing',
  409: 'What there is already stands against it',
  413: 'What was sent is too large',
  503: 'Not now: the same request later',
} as const

/** Reading and acting may share an address. */
function describePaths(): JsonObject {
  const paths: Record<string, JsonObject> = {}
  for (const operation of operations) {
    const path = (paths[openApiPath(operation)] ??= {})
    path[operation.method ?? 'get'] = describe(operation)
  }
  return paths
}

function describe(operation: Operation): JsonObject {
  const { method, id, summary, command, path, query, body, answer, status = 200, scope, refuses } = operation
  const refused = method === 'post' ? [401, 403, ...refuses] : [401, ...refuses]
  return {
    operationId: id,
    summary,
    description: [
      ...(command === null ? [] : [`The document of \`clawback ${command} --json\`.`]),
      ...(scope === undefined ? [] : [`A token needs the scope \`${scope}\`.`]),
    ].join(' '),
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
    ...(body === undefined ? {} : { requestBody: describeBody(body) }),
    responses: {
      [status]: { description: summary, content: json(answerSchema(answer)) },
      ...Object.fromEntries(refused.map((code) => [code, { $ref: `#/components/responses/Problem${code}` }])),
    },
  }
}

/** A form's texts and boxes are the fields of the JSON; only a form holds a file. */
function describeBody({ schema, types }: NonNullable<Operation['body']>): JsonObject {
  const { properties = {}, ...rest } = withoutIds(z.toJSONSchema(schema, { io: 'input' })) as {
    properties?: object
  }
  const file = {
    type: 'string',
    format: 'binary',
    description: 'the source itself; the last field of the form',
  }
  const forms: Record<BodyType, JsonObject> = {
    'application/json': { ...rest, properties },
    'multipart/form-data': { ...rest, properties: { ...properties, file } },
  }
  return {
    required: true,
    content: Object.fromEntries(types.map((type) => [type, { schema: forms[type] }])),
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
