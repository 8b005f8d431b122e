import type { Reporter, TestModule } from 'vitest/node'

/** Ends the run with `N passed, N failed, N skipped` alone on the last line, so that any CI can read it. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    let passed = 0
    // An error outside of every test fails the run, so it is counted as a failure.
    let failed = unhandledErrors.length
    let skipped = 0
    for (const module of modules) {
      let tests = 0
      for (const test of module.children.allTests()) {
        tests++
        const { state } = test.result()
        if (state === 'passed') passed++
        else if (state === 'failed') failed++
        else skipped++
      }
      // A file that fails to load has no failed test in it, and is a failure all the same.
      if (!module.ok() && (tests === 0 || module.errors().length > 0)) failed++
    }
    process.on('exit', () => {
      process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`)
    })
  }
}
