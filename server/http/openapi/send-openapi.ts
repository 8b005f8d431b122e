import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RequestHandler } from 'express'
import { packageRoot } from '../../package-root.ts'
import { describeApi } from './describe-api.ts'

/** The description of the API, made once. */
export function sendOpenApi(): RequestHandler {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string
  }
  const document = describeApi(version)
  return (_req, res) => void res.json(document)
}
