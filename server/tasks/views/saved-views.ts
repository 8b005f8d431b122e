import type { Database, Queryable } from '../../../db/database.ts'
import {
  deleteSavedView,
  insertSavedView,
  listSavedViews,
  renameSavedView,
  type SavedView,
} from '../../../db/queries/saved-views.ts'
import type { Permission } from '../../core/access/roles.ts'
import { ClawbackError } from '../../errors.ts'
import { requireWork } from '../find-work.ts'

/** Whoever keeps, renames or removes a view. */
export interface Viewer {
  /** Null: whoever holds the machine, who has no account and so no views of their own. */
  userId: number | null
  name: string
  may: ReadonlySet<Permission>
}

/** A filter, an order and a search of the match list under a name. */
export interface View {
  id: number
  name: string
  /** As the list's address holds it. */
  query: string
  shared: boolean
  createdBy: string
  /** Whether this viewer may rename and remove it. */
  own: boolean
}

const LONGEST = 80
/** Kept by one person, or by all together: more is a list that nobody reads. */
const MOST = 100

/** @throws ClawbackError WORK_UNKNOWN */
export async function listViews(app: { db: Queryable }, slug: string, viewer: Viewer): Promise<View[]> {
  const work = await requireWork(app.db, slug)
  const rows = await listSavedViews(app.db, work.id, viewer.userId)
  return rows.map((row) => describe(row, viewer))
}

/** @throws ClawbackError WORK_UNKNOWN, VIEW_INVALID, VIEW_EXISTS, VIEW_NOT_SHARED, VIEWS_TOO_MANY */
export async function saveView(
  app: { db: Database; clock: () => Date },
  viewer: Viewer,
  input: { work: string; name: string; query: string; shared: boolean },
): Promise<View> {
  const work = await requireWork(app.db, input.work)
  const name = readName(input.name)
  const shared = input.shared || viewer.userId === null
  if (shared && !mayShare(viewer)) {
    throw new ClawbackError(
      'VIEW_NOT_SHARED',
      'Your roles only read, so what you keep is your own',
      'Keep it for yourself, or ask somebody who works on matches to share it.',
    )
  }
  return await app.db.tx(async (tx) => {
    const known = await listSavedViews(tx, work.id, viewer.userId)
    const beside = known.filter((view) => (view.userId === null) === shared)
    refuseTaken(beside, name, null)
    if (beside.length >= MOST) {
      throw new ClawbackError(
        'VIEWS_TOO_MANY',
        `There are ${MOST} such views already`,
        'Remove one that nobody uses.',
      )
    }
    const row = await insertSavedView(tx, {
      workId: work.id,
      userId: shared ? null : viewer.userId,
      name,
      query: input.query,
      createdBy: viewer.name,
      createdAt: app.clock(),
    })
    return describe(row, viewer)
  })
}

/** @throws ClawbackError WORK_UNKNOWN, VIEW_UNKNOWN, VIEW_FOREIGN, VIEW_INVALID, VIEW_EXISTS */
export async function renameView(
  app: { db: Database },
  viewer: Viewer,
  input: { work: string; id: number; name: string },
): Promise<void> {
  const work = await requireWork(app.db, input.work)
  const name = readName(input.name)
  await app.db.tx(async (tx) => {
    const known = await listSavedViews(tx, work.id, viewer.userId)
    const view = requireOwn(known, input.id, viewer)
    refuseTaken(
      known.filter(({ userId }) => userId === view.userId),
      name,
      view.id,
    )
    await renameSavedView(tx, view.id, name)
  })
}

/** @throws ClawbackError WORK_UNKNOWN, VIEW_UNKNOWN, VIEW_FOREIGN */
export async function removeView(
  app: { db: Database },
  viewer: Viewer,
  input: { work: string; id: number },
): Promise<void> {
  const work = await requireWork(app.db, input.work)
  await app.db.tx(async (tx) => {
    const view = requireOwn(await listSavedViews(tx, work.id, viewer.userId), input.id, viewer)
    await deleteSavedView(tx, view.id)
  })
}

/** Another person's own view is as good as none. */
function requireOwn(known: readonly SavedView[], id: number, viewer: Viewer): SavedView {
  const view = known.find((one) => one.id === id)
  if (view === undefined) {
    throw new ClawbackError(
      'VIEW_UNKNOWN',
      'There is no such view',
      'The page of matches lists those there are.',
    )
  }
  if (isOwn(view, viewer)) return view
  throw new ClawbackError(
    'VIEW_FOREIGN',
    `${view.createdBy} shared this view`,
    'Only who shared it, or an admin, renames or removes it. Keep one of your own beside it.',
  )
}

function isOwn(view: SavedView, { userId, name, may }: Viewer): boolean {
  return view.userId === null ? view.createdBy === name || may.has('manage') : view.userId === userId
}

/** Who reads and changes nothing changes no list of others either. */
function mayShare({ may }: Viewer): boolean {
  return [...may].some((permission) => permission !== 'read-originals')
}

function readName(typed: string): string {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (name !== '' && name.length <= LONGEST && !/[\p{Cc}\p{Cs}]/u.test(name)) return name
  throw new ClawbackError(
    'VIEW_INVALID',
    `A view needs a name of at most ${LONGEST} characters`,
    'Say in a few words what it shows.',
  )
}

function refuseTaken(beside: readonly SavedView[], name: string, except: number | null): void {
  const taken = beside.some((view) => view.id !== except && view.name.toLowerCase() === name.toLowerCase())
  if (!taken) return
  throw new ClawbackError(
    'VIEW_EXISTS',
    `There is a view "${name}" already`,
    'Take another name, or remove that one.',
  )
}

function describe(row: SavedView, viewer: Viewer): View {
  const { id, name, query, createdBy, userId } = row
  return { id, name, query, shared: userId === null, createdBy, own: isOwn(row, viewer) }
}
