import { verifyAudit, type Verification } from '../../tasks/verify-audit.ts'

/** Whether the log's chain holds, without reading 100,000 events for every page. */
export interface ChainWatch {
  look: () => Promise<{ chain: Verification; checkedAt: Date }>
}

type Head = Extract<Verification, { ok: true }>['head']

const minutes = 10

/**
 * Each look verifies what was added since the last one. All of the log is read at the first look, and again in the
 * background when that was ten minutes ago; the page says when.
 */
export function watchChain(app: Parameters<typeof verifyAudit>[0] & { clock: () => Date }): ChainWatch {
  let whole: { chain: Verification; checkedAt: Date } | undefined
  let reading: Promise<void> | undefined
  let seen: Head | undefined

  function readWhole(): Promise<void> {
    reading ??= (async () => {
      const checkedAt = app.clock()
      const chain = await verifyAudit(app)
      whole = { chain, checkedAt }
      seen = chain.ok ? chain.head : undefined
    })().finally(() => (reading = undefined))
    return reading
  }

  return {
    async look() {
      if (whole === undefined || seen === undefined) await readWhole()
      else if (app.clock().getTime() - whole.checkedAt.getTime() > minutes * 60_000) {
        // Whoever asks meanwhile is told of the last reading, with its time. What fails now is asked at the next look.
        readWhole().catch(() => undefined)
      }
      const { chain, checkedAt } = whole!
      if (!chain.ok || seen === undefined) return { chain, checkedAt }
      const added = await verifyAudit(app, seen)
      if (added.ok) seen = added.head
      return { chain: added, checkedAt }
    },
  }
}
