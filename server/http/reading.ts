import type { listWorks } from '../tasks/list-works.ts'
import type { readComparedTexts } from '../tasks/read-compared-texts.ts'
import type { verifyAudit } from '../tasks/verify-audit.ts'

/** What the tasks behind the pages read from: the database and the kept contents. */
export type Reading = Parameters<typeof listWorks>[0] &
  Parameters<typeof readComparedTexts>[0] &
  Parameters<typeof verifyAudit>[0]
