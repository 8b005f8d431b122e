import { searchCode } from '../search/code.ts'
import type { Handler } from './call.ts'
import { getBlob, getTree } from './git-data.ts'
import { getRepository, listForks } from './repositories.ts'

/** Express paths; a star takes the slashes of a ref or a path. */
export const ROUTES: [path: string, handler: Handler][] = [
  ['/search/code', searchCode],
  ['/repos/:owner/:repo', getRepository],
  ['/repos/:owner/:repo/forks', listForks],
  ['/repos/:owner/:repo/git/trees/:tree_sha', getTree],
  ['/repos/:owner/:repo/git/blobs/:file_sha', getBlob],
]
