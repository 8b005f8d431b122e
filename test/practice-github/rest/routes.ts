import { searchCode } from '../search/code.ts'
import { searchCommits } from '../search/commits.ts'
import { searchRepositories } from '../search/repositories.ts'
import type { Handler } from './call.ts'
import { getCommit, listCommits } from './commits.ts'
import { getContents, getLicense } from './contents.ts'
import { download, getRaw, getTarball } from './downloads.ts'
import { listEvents, listNetworkEvents } from './events.ts'
import { getGist } from './gists.ts'
import { getBlob, getTree } from './git-data.ts'
import { getBranch, getGitCommit, getGitTag, getRef, listBranches, listTags, matchRefs } from './refs.ts'
import { listReleases } from './releases.ts'
import { getRepository, listForks } from './repositories.ts'
import { getMeta, getRateLimit } from './service.ts'
import { getUser, getViewer } from './users.ts'

const REPOSITORY = '/repos/:owner/:repo'

/** Express paths; a star takes the slashes of a ref or a path. */
export const ROUTES: [path: string, handler: Handler][] = [
  ['/search/code', searchCode],
  ['/search/commits', searchCommits],
  ['/search/repositories', searchRepositories],
  [REPOSITORY, getRepository],
  [`${REPOSITORY}/branches`, listBranches],
  [`${REPOSITORY}/branches/*branch`, getBranch],
  [`${REPOSITORY}/commits`, listCommits],
  [`${REPOSITORY}/commits/*ref`, getCommit],
  [`${REPOSITORY}/contents`, getContents],
  [`${REPOSITORY}/contents/*path`, getContents],
  [`${REPOSITORY}/events`, listEvents],
  [`${REPOSITORY}/forks`, listForks],
  [`${REPOSITORY}/git/blobs/:file_sha`, getBlob],
  [`${REPOSITORY}/git/commits/:commit_sha`, getGitCommit],
  [`${REPOSITORY}/git/matching-refs/*ref`, matchRefs],
  [`${REPOSITORY}/git/ref/*ref`, getRef],
  [`${REPOSITORY}/git/tags/:tag_sha`, getGitTag],
  [`${REPOSITORY}/git/trees/*tree_sha`, getTree],
  [`${REPOSITORY}/license`, getLicense],
  [`${REPOSITORY}/releases`, listReleases],
  [`${REPOSITORY}/tags`, listTags],
  [`${REPOSITORY}/tarball`, getTarball],
  [`${REPOSITORY}/tarball/*ref`, getTarball],
  ['/networks/:owner/:repo/events', listNetworkEvents],
  ['/gists/:gist_id', getGist],
  ['/meta', getMeta],
  ['/rate_limit', getRateLimit],
  ['/user', getViewer],
  ['/users/:username', getUser],
  ['/_codeload/:owner/:repo/legacy.tar.gz/*ref', download],
  ['/_raw/:owner/:repo/:ref/*path', getRaw],
]
