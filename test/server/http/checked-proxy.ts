import express from 'express'
import * as OpenApiValidator from 'express-openapi-validator'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface CheckedProxy {
  server: Server
  url: string
}

/**
 * Passes requests on to the real server and holds each request and each answer against a description: what it
 * answers is the server's own, or the fault found.
 */
export async function startCheckedProxy(to: string, description: object): Promise<CheckedProxy> {
  const proxy = express()
  proxy.use(express.json())
  proxy.use(
    OpenApiValidator.middleware({
      apiSpec: description as never,
      validateRequests: true,
      validateResponses: true,
      validateSecurity: false,
    }),
  )
  proxy.use(async (req, res) => {
    const { cookie, authorization } = req.headers
    const answer = await fetch(to + req.originalUrl, {
      method: req.method,
      headers: {
        ...(cookie === undefined ? {} : { cookie }),
        ...(authorization === undefined ? {} : { authorization }),
        ...(req.method === 'POST' ? { 'content-type': 'application/json' } : {}),
      },
      body: req.method === 'POST' ? JSON.stringify(req.body) : null,
    })
    res.status(answer.status).json(await answer.json())
  })
  proxy.use(((error: Error, _req, res, _next) => {
    res.status(599).json({ fault: error.message })
  }) as express.ErrorRequestHandler)
  const server = createServer(proxy)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

export function faultOf(body: unknown): string | undefined {
  return (body as { fault?: string }).fault
}
