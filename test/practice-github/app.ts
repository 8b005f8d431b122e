import express from 'express'
import type { ErrorRequestHandler, Express, NextFunction, Request, Response } from 'express'
import { checks } from './contract/validator.ts'
import type { Violation } from './contract/validator.ts'
import { answerGraphql } from './graphql/answer.ts'
import { Exchange } from './house/exchange.ts'
import type { House } from './house/exchange.ts'
import { gate } from './house/gate.ts'
import { createAccessToken, renderApp } from './rest/app.ts'
import type { Handler } from './rest/call.ts'
import { Refusal } from './rest/call.ts'
import { ROUTES } from './rest/routes.ts'

/** The middleware in the order a request meets it. One exchange holds what is known of the request so far. */
export function createApp(house: House): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.enable('case sensitive routing')
  const exchangeOf = (response: Response) => response.locals['exchange'] as Exchange

  app.use((request, response, next) => {
    response.locals['exchange'] = new Exchange(house, request, response)
    next()
  })
  app.use(express.json({ limit: '4mb' }))
  app.use((_request, response, next) => {
    gate(house, exchangeOf(response)).then((open) => {
      if (open) next()
    }, next)
  })
  app.post('/graphql', (_request, response, next) => {
    answerGraphql(house, exchangeOf(response)).catch(next)
  })
  app.use(checks({ responses: house.checkResponses }))
  app.get('/app', (_request, response) => {
    const exchange = exchangeOf(response)
    exchange.send(renderApp(house.addresses, exchange.app!))
  })
  app.post('/app/installations/:installation/access_tokens', (request, response) => {
    const exchange = exchangeOf(response)
    exchange.send(createAccessToken(house.apps, exchange.app!, request.params.installation, exchange.at))
  })
  for (const [path, handler] of ROUTES) app.get(path, serve(handler))
  app.use((request, response) => {
    violated(house, request, 'request', `the practice GitHub has no ${request.method} ${request.path}`)
    exchangeOf(response).send({ status: 501, body: { message: 'The practice GitHub has no such route' } })
  })
  app.use(failed(house, exchangeOf))
  return app

  function serve(handler: Handler) {
    return async (request: Request, response: Response, next: NextFunction) => {
      const exchange = exchangeOf(response)
      try {
        exchange.send(await handler(exchange.call(request.params)))
      } catch (error) {
        next(error)
      }
    }
  }
}

/** A request or a response that GitHub's description does not allow fails loudly and is kept for the test to see. */
function failed(house: House, exchangeOf: (response: Response) => Exchange): ErrorRequestHandler {
  return (error: Error & { status?: number }, request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    if (error instanceof Refusal) {
      exchangeOf(response).send(error.reply)
      return
    }
    const isRequest = error.status !== undefined && error.status < 500
    violated(house, request, isRequest ? 'request' : 'response', error.message)
    exchangeOf(response).send({
      // A route that is not modelled must not look like a repository that is gone.
      status: !isRequest ? 500 : error.status === 404 ? 501 : error.status!,
      body: { message: `Not as GitHub describes it: ${error.message}` },
      unchecked: true,
    })
  }
}

function violated(house: House, request: Request, kind: Violation['kind'], message: string): void {
  house.violations.push({ kind, method: request.method, path: request.originalUrl, message })
}
