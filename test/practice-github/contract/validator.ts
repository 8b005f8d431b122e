import { middleware } from 'express-openapi-validator'
import type { RequestHandler } from 'express'
import { description } from './description.ts'

export interface Violation {
  /** Who broke the description: the client's request, this server's response, or a route nobody described. */
  kind: 'request' | 'response' | 'graphql'
  method: string
  path: string
  message: string
}

type Checks = RequestHandler[]

const built = new Map<boolean, Checks>()

/**
 * Checks each request, and (unless told) each response, against GitHub's description. Compiling the schemas is
 * slow and the description never changes, so one set of checks serves every practice GitHub of the process.
 */
export function checks(options: { responses: boolean }): Checks {
  const known = built.get(options.responses)
  if (known !== undefined) return known
  const made = middleware({
    apiSpec: description() as never,
    validateApiSpec: false,
    validateRequests: true,
    validateResponses: options.responses,
    validateSecurity: false,
    fileUploader: false,
    useRequestUrl: true,
    ignorePaths: /^\/(graphql|_)/,
    formats: { 'repo.nwo': true, timestamp: true },
  })
  built.set(options.responses, made)
  return made
}
