import type { RepositoryName } from '../repository/types.ts'

/** A place where the material may still be when its repository is down. */
export interface ResiduePlace {
  kind:
    | 'forks'
    | 'refs'
    | 'releases'
    | 'pages'
    | 'gists'
    | 'packages'
    | 'mirrors'
    | 'containers'
    | 'cdn'
    | 'archive'
    | 'caches'
  url: string
  why: string
  /** What to ask of whoever runs the place, should it be there. Nothing is sent. */
  request: string
}

/**
 * Where to look by hand after a takedown, with what to ask for. None of these addresses is asked by Clawback: asking
 * some of them makes a copy.
 */
export function residuePlaces({ owner, name }: RepositoryName): ResiduePlace[] {
  const repository = `https://github.com/${owner}/${name}`
  const ask = requestAbout(repository)
  return [
    {
      kind: 'forks',
      url: `${repository}/forks`,
      why: 'GitHub does not disable forks with their parent; each must be named',
      request: `Name each fork with evidence in a notice of its own, or in a revised one about ${repository}.`,
    },
    {
      kind: 'refs',
      url: `${repository}/branches`,
      why: 'where only files were removed, other branches, tags and pull requests may still hold them',
      request: ask('the branches, tags and pull requests that hold the listed files'),
    },
    {
      kind: 'releases',
      url: `${repository}/releases`,
      why: 'archives attached to a release are no files of the repository',
      request: ask('the release assets'),
    },
    {
      kind: 'pages',
      url: `https://${owner.toLowerCase()}.github.io/${name}/`,
      why: 'a site built from the repository has stayed up after a takedown (reported in 2015)',
      request: ask(`the site https://${owner.toLowerCase()}.github.io/${name}/`),
    },
    {
      kind: 'gists',
      url: `https://gist.github.com/${owner}`,
      why: 'gists are repositories of their own, and no search finds them by content',
      request: ask('the gist at the URL given'),
    },
    {
      kind: 'packages',
      url: `https://www.npmjs.com/search?q=${encodeURIComponent(name)}`,
      why: 'the same account may have published it as a package; GitHub’s form takes npm, too',
      request: ask('every version of the package'),
    },
    {
      kind: 'containers',
      url: `https://hub.docker.com/search?q=${encodeURIComponent(name)}`,
      why: 'an image keeps each file in a layer, also one that a later layer deletes',
      request: ask('every tag of the image whose layers hold it, and the layers themselves'),
    },
    {
      kind: 'cdn',
      url: `https://cdn.jsdelivr.net/gh/${owner}/${name}/`,
      why: 'content delivery networks keep what they served once, also after the source is gone',
      request: ask('every cached file of this repository, and do not serve it again'),
    },
    ...archives(repository, ask),
  ]
}

/** The same for a package of npm: `name` as it is published, with its scope. */
export function packageResiduePlaces(name: string): ResiduePlace[] {
  const page = `https://www.npmjs.com/package/${name}`
  const ask = requestAbout(page)
  return [
    {
      kind: 'packages',
      url: `${page}?activeTab=versions`,
      why: 'each version is a package of its own; one that is unpublished leaves the others',
      request: ask('every version that holds it'),
    },
    {
      kind: 'mirrors',
      url: page,
      why: 'mirrors of the registry copy each version within minutes, and take few out again by themselves',
      request: ask('the versions of this package from your mirror, and do not fetch them again'),
    },
    {
      kind: 'cdn',
      url: `https://unpkg.com/browse/${name}/`,
      why: 'it serves the files of each version, and keeps what it served once',
      request: ask('every cached file of this package'),
    },
    {
      kind: 'cdn',
      url: `https://cdn.jsdelivr.net/npm/${name}/`,
      why: 'it keeps files for good, so that an unpublished package stays available there',
      request: ask('every file of this package, and do not serve it again'),
    },
    ...archives(page, ask),
  ]
}

/** True whatever became of the notice: that it removed something, only a recheck can say. */
function requestAbout(address: string): (what: string) => string {
  return (what) =>
    `Please remove ${what}. A takedown notice under 17 U.S.C. 512(c) claims the same material at ${address}.`
}

function archives(address: string, ask: (what: string) => string): ResiduePlace[] {
  return [
    {
      kind: 'archive',
      url: `https://archive.softwareheritage.org/browse/origin/?origin_url=${encodeURIComponent(address)}`,
      why: 'Software Heritage copies public repositories and packages, and decides about removal itself',
      request: ask(`the archived copies of the origin ${address}`),
    },
    {
      kind: 'archive',
      url: `https://web.archive.org/web/*/${address}*`,
      why: 'the Wayback Machine keeps pages with the text of files, and archives that were linked',
      request: ask(`every capture of ${address} and of the pages below it`),
    },
    {
      kind: 'caches',
      url: `https://www.google.com/search?q=${encodeURIComponent(`site:${address.replace('https://', '')}`)}`,
      why: 'search engines show excerpts of pages that are gone; each has a form for outdated content and one for copyright',
      request: ask(`the result and its excerpt for ${address} from your index`),
    },
  ]
}
