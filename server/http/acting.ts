import type { Response } from 'express'
import type { ContentStore } from '../../db/content/open-content-store.ts'
import type { Database } from '../../db/database.ts'
import type { Config } from '../config.ts'
import type { Connect } from '../tasks/connection.ts'
import { personOf } from './sign-in/signed-in.ts'

/** What the tasks behind forms act on. */
export interface Acting {
  db: Database
  content: ContentStore
  clock: () => Date
  connect: Connect
  config: Pick<Config, 'mail' | 'notices'>
}

/** The same as somebody: what they do stands under their name in the log. */
export function actingAs<App extends object>(app: App, res: Response): App & { actor: string } {
  return { ...app, actor: personOf(res).name }
}
