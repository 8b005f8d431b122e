import type { Progress } from '../server/tasks/progress.ts'

/**
 * Shows long work on stderr: one rewritten line on a terminal, plain lines elsewhere, where a line comes
 * only when the step changes or a tenth of the work is done, so that a log stays readable.
 */
export function createProgress(stream: NodeJS.WriteStream): { report: Progress; end: () => void } {
  let last = ''
  let open = false

  function line(step: string, done: number | undefined, total: number | undefined): string {
    if (done === undefined) return step
    return total === undefined ? `${step} ${done}` : `${step} ${done}/${total}`
  }

  return {
    report({ step, done, total }) {
      const text = line(step, done, total)
      if (stream.isTTY) {
        stream.write(`\r\u001b[K${text.slice(0, Math.max(20, stream.columns - 1))}`)
        open = true
        return
      }
      const tenth =
        done === undefined || total === undefined ? '' : Math.floor((done * 10) / Math.max(1, total))
      const mark = `${step} ${tenth}`
      if (mark !== last) stream.write(`${text}\n`)
      last = mark
    },
    end() {
      if (open) stream.write('\r\u001b[K')
      open = false
    },
  }
}
