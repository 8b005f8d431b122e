import { Worker, type ResourceLimits } from 'node:worker_threads'

/**
 * Starts a thread on a module that lies beside the caller's.
 * @param name the module's file name without its ending: the same from source and from `dist/`
 * @param options.env the whole environment of the thread and of what it starts (default: a copy of the program's)
 */
export function startThread(
  name: string,
  {
    beside,
    ...options
  }: {
    beside: string
    workerData: unknown
    resourceLimits: ResourceLimits
    env?: NodeJS.Dict<string>
  },
): Worker {
  const built = !beside.endsWith('.ts')
  if (built) return new Worker(new URL(`./${name}.js`, beside), options)
  // Node.js 20 cannot read TypeScript, in a thread as little as elsewhere.
  const tsx = import.meta.resolve('tsx/esm/api')
  const module = new URL(`./${name}.ts`, beside).href
  const code = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(module)}) })`
  return new Worker(code, { ...options, eval: true })
}
