import { describe, expect, it } from 'vitest'
import { subsetOf } from '../../scripts/github-openapi-subset.ts'
import type { JsonObject } from '../../scripts/github-openapi-subset.ts'

const described: JsonObject = {
  openapi: '3.0.3',
  info: { title: 'A', version: '1', description: 'prose' },
  paths: {
    '/kept': {
      get: {
        summary: 'prose',
        responses: {
          '200': {
            content: {
              'application/json': { schema: { $ref: '#/components/schemas/thing' }, examples: { a: 1 } },
            },
          },
        },
      },
      post: { responses: {} },
    },
    '/dropped': { get: { responses: { '200': { $ref: '#/components/responses/other' } } } },
  },
  components: {
    schemas: {
      thing: {
        type: 'object',
        description: 'prose',
        properties: {
          description: { type: 'string', description: 'prose' },
          part: { nullable: true, allOf: [{ $ref: '#/components/schemas/part' }] },
        },
      },
      part: { type: 'object', nullable: true },
      unused: { type: 'string' },
    },
    responses: { other: {} },
  },
}

describe('the extract of the description', () => {
  it('keeps the reads that are asked for and what they refer to, without prose', () => {
    expect(subsetOf(described, ['/kept'])).toEqual({
      openapi: '3.0.3',
      info: { title: 'A', version: '1' },
      paths: {
        '/kept': {
          get: {
            responses: {
              '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/thing' } } } },
            },
          },
        },
      },
      components: {
        schemas: {
          part: { type: 'object', nullable: true },
          thing: {
            type: 'object',
            properties: {
              // A property of that name is not prose.
              description: { type: 'string' },
              part: {
                anyOf: [
                  { allOf: [{ $ref: '#/components/schemas/part' }] },
                  { type: 'object', nullable: true, enum: [null] },
                ],
              },
            },
          },
        },
      },
    })
  })

  it('keeps another method where one is asked for', () => {
    expect(subsetOf(described, ['POST /kept'])['paths']).toEqual({ '/kept': { post: { responses: {} } } })
  })

  it('names what is missing', () => {
    expect(() => subsetOf(described, ['/nowhere'])).toThrow('GET /nowhere')
    expect(() => subsetOf(described, ['POST /dropped'])).toThrow('POST /dropped')
  })
})
