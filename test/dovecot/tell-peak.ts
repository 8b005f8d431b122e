import { readFileSync } from 'node:fs'

// Loaded before the command line: says at the end how much memory the process ever had, in KiB. Not from getrusage,
// whose peak begins with that of the process that started this one.
process.on('exit', () => {
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  process.stderr.write(`peak ${peak}\n`)
})
