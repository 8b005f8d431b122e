import type { Handler } from './call.ts'
import { json, notFound } from './call.ts'

/** Where the hourly and minutely budgets stand; asking is free. An Enterprise Server has no limits unless told. */
export const getRateLimit: Handler = ({ budgets, apiVersion }) => {
  if (budgets === undefined) throw notFound()
  const rest = apiVersion < '2026-03-10' ? { rate: { ...budgets.core } } : {}
  return json({
    resources: {
      core: { ...budgets.core },
      search: { ...budgets.search },
      code_search: { ...budgets.code_search },
      graphql: { ...budgets.graphql },
    },
    ...rest,
  })
}

export const getMeta: Handler = ({ enterprise }) =>
  json({
    verifiable_password_authentication: false,
    ...(enterprise
      ? { installed_version: '3.19.0' }
      : { web: ['127.0.0.1/32'], api: ['127.0.0.1/32'], git: ['127.0.0.1/32'] }),
  })
