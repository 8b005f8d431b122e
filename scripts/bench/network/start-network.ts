import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { AnsweredRequest, FromNetwork, NetworkOrder, ToNetwork, Truth } from './serve.ts'

export interface RunningNetwork {
  url: string
  truth: Truth
  /** Twenty forks are pushed or born; gives the copies among them. */
  move: () => Promise<string[]>
  /** Those that ended since the last time. */
  requests: () => Promise<AnsweredRequest[]>
  stop: () => void
}

/** Starts a network in a process of its own. */
export async function startNetwork(order: NetworkOrder): Promise<RunningNetwork> {
  const file = fileURLToPath(
    new URL(import.meta.url.endsWith('.ts') ? 'serve.ts' : 'serve.js', import.meta.url),
  )
  const child = fork(file, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: process.execArgv })
  const ask = (message: ToNetwork) =>
    new Promise<FromNetwork>((resolve, reject) => {
      const ended = () => reject(new Error('the practice network ended'))
      child.once('exit', ended)
      child.once('message', (answer) => {
        child.off('exit', ended)
        resolve(answer as FromNetwork)
      })
      child.send(message)
    })
  const ready = await ask({ kind: 'start', order })
  if (ready.kind !== 'ready') throw new Error('the practice network did not start')
  return {
    url: ready.url,
    truth: ready.truth,
    async move() {
      const answer = await ask({ kind: 'move' })
      return answer.kind === 'moved' ? answer.copies : []
    },
    async requests() {
      const answer = await ask({ kind: 'requests' })
      return answer.kind === 'requests' ? answer.requests : []
    },
    stop: () => child.disconnect(),
  }
}
