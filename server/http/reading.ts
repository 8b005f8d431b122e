import type { listWorks } from '../tasks/list-works.ts'
import type { readComparedTexts } from '../tasks/read-compared-texts.ts'
import type { showStatus } from '../tasks/show-status.ts'
import type { verifyAudit } from '../tasks/verify-audit.ts'

/** What the tasks behind the pages read from: the database, the kept contents and the clock. */
export type Reading = Parameters<typeof listWorks>[0] &
  Parameters<typeof readComparedTexts>[0] &
  Parameters<typeof showStatus>[0] &
  Parameters<typeof verifyAudit>[0]
