import { access } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { finishProgram, startProgram } from '../../server/sources/run-program.ts'

/**
 * A tool that only the evaluation needs, by name and exact version: npm puts it into a folder of its own, with
 * what it needs and without running any script of it. A second run needs no registry.
 * @throws Error when npm cannot fetch it
 */
export async function fetchTool(spec: string, folder: string): Promise<unknown> {
  const place = join(folder, `tool-${spec.replace(/[^\w.-]+/g, '-')}`)
  const name = spec.slice(0, spec.lastIndexOf('@'))
  const isThere = await access(join(place, 'node_modules', name, 'package.json')).then(
    () => true,
    () => false,
  )
  if (!isThere) {
    const args = ['install', '--prefix', place, '--ignore-scripts', '--no-audit', '--no-fund', spec]
    const { exit, errors } = await finishProgram(startProgram('npm', args, process.env), 'npm')
    if (exit !== 0) throw new Error(`npm could not fetch ${spec}: ${errors}`)
  }
  return createRequire(join(place, 'package.json'))(name) as unknown
}
