/** As a shell gives it for a program that a signal ended: 128 and the signal's number. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * From now on Ctrl-C ends the program at once, with one line. For work that keeps nothing, while it waits for
 * others: before that, the signal's own effect is quicker.
 */
export function endAtInterrupt(line: () => string): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.stderr.write(`${process.stderr.isTTY ? '\r\u001b[K' : ''}clawback: ${line()}\n`)
      process.exit(exitCodes[signal])
    })
  }
}
