import type { Progress, ProgressReport } from '../server/tasks/progress.ts'

/**
 * Shows long work on stderr: one rewritten line on a terminal, plain lines elsewhere, where a line comes
 * only when the step changes, a tenth of the work is done or, its end unknown, when twice as much is done as
 * the last line said, so that a log stays readable.
 */
export function createProgress(stream: NodeJS.WriteStream): { report: Progress; end: () => void } {
  let last = ''
  let open = false

  return {
    report(report) {
      const text = describe(report)
      const mark = `${report.step} ${stream.isTTY ? text : partOf(report)}`
      if (mark === last) return
      last = mark
      if (!stream.isTTY) {
        stream.write(`${text}\n`)
        return
      }
      stream.write(`\r\u001b[K${text.slice(0, Math.max(20, stream.columns - 1))}`)
      open = true
    },
    end() {
      if (open) stream.write('\r\u001b[K')
      open = false
    },
  }
}

function describe({ step, done, total, bytes, left }: ProgressReport): string {
  if (done === undefined) return step
  const size = bytes === undefined ? '' : `, ${(bytes / 1e6).toFixed(0)} MB`
  const more = left === undefined ? '' : `: ${left}`
  return total === undefined ? `${step} ${done}${size}${more}` : `${step} ${done}/${total}${size}${more}`
}

/** Below this, work of unknown length needs no second line. */
const MANY = 1000

function partOf({ done, total }: ProgressReport): string {
  if (done === undefined) return ''
  if (total !== undefined) return String(Math.floor((done * 10) / Math.max(1, total)))
  return done < MANY ? '' : String(Math.floor(Math.log2(done / MANY)) + 1)
}
