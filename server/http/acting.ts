import type { Response } from 'express'
import type { draftWorkNotices } from '../tasks/notice/draft-notices.ts'
import type { exportNotice } from '../tasks/notice/export-notice.ts'
import type { recordNoticeSent } from '../tasks/notice/record-notice-sent.ts'
import type { sendNotice } from '../tasks/notice/send-notice.ts'
import type { signNotice } from '../tasks/notice/sign-notice.ts'
import type { Reading } from './reading.ts'
import { personOf } from './sign-in/signed-in.ts'

/** What the tasks behind pages and forms act on; who acts is added for each request. */
export type Acting = Reading &
  Omit<
    Parameters<typeof draftWorkNotices>[0] &
      Parameters<typeof exportNotice>[0] &
      Parameters<typeof recordNoticeSent>[0] &
      Parameters<typeof sendNotice>[0] &
      Parameters<typeof signNotice>[0],
    'actor'
  >

/** The same as somebody: what they do stands under their name in the log. */
export function actingAs<App extends object>(app: App, res: Response): App & { actor: string } {
  return { ...app, actor: personOf(res).name }
}
