import { defineConfig } from 'vitest/config'

/** Apart from the default run: it needs Dovecot, which npm does not bring. */
export default defineConfig({
  test: {
    include: ['test/dovecot/*.dovecot.ts'],
    testTimeout: 180_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 1,
  },
})
