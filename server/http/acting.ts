import type { Response } from 'express'
import type { ContentStore } from '../../db/content/open-content-store.ts'
import type { Database } from '../../db/database.ts'
import { personOf } from './sign-in/signed-in.ts'

/** What the tasks behind forms act on. */
export interface Acting {
  db: Database
  content: ContentStore
  clock: () => Date
}

/** The same as somebody: what they do stands under their name in the log. */
export function actingAs<App extends Acting>(app: App, res: Response): App & { actor: string } {
  return { ...app, actor: personOf(res).name }
}
