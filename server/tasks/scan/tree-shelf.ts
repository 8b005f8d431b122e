import type { Database } from '../../../db/database.ts'
import { findListings, saveListings } from '../../../db/queries/tree-listings.ts'
import type { FolderItem } from '../../github/read-folders.ts'

/** What lies in folders, by the id of their tree: read once for all repositories that hold the same folder. */
export interface TreeShelf {
  find(trees: readonly string[]): Promise<Map<string, FolderItem[]>>
  keep(listings: ReadonlyMap<string, FolderItem[]>): Promise<void>
}

/** So many items stay in memory, about 100 bytes each; the rest is read again from the database. */
const itemsInMemory = 300_000

export function openTreeShelf(db: Database, workId: number): TreeShelf {
  const near = new Map<string, FolderItem[]>()
  let items = 0

  function remember(tree: string, listing: FolderItem[]): void {
    if (near.has(tree)) return
    near.set(tree, listing)
    items += listing.length + 1
    for (const [oldest, held] of near) {
      if (items <= itemsInMemory) break
      near.delete(oldest)
      items -= held.length + 1
    }
  }

  return {
    async find(trees) {
      const found = new Map<string, FolderItem[]>()
      const far: string[] = []
      for (const tree of trees) {
        const listing = near.get(tree)
        if (listing === undefined) far.push(tree)
        else found.set(tree, listing)
      }
      for (const [tree, listing] of await findListings(db, workId, far)) {
        found.set(tree, listing as FolderItem[])
        remember(tree, listing as FolderItem[])
      }
      return found
    },

    async keep(listings) {
      await db.tx((tx) =>
        saveListings(
          tx,
          workId,
          [...listings].map(([tree, items]) => ({ tree, items })),
        ),
      )
      for (const [tree, listing] of listings) remember(tree, listing)
    },
  }
}
