import type { RepositoryName } from '../repository/types.ts'

/** A place where the material may still be when its repository is down. */
export interface ResiduePlace {
  kind: 'forks' | 'refs' | 'releases' | 'pages' | 'gists' | 'packages' | 'cdn' | 'archive'
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
  const ask = (what: string) =>
    `Please remove ${what}: it holds material that was removed from ${repository} under 17 U.S.C. 512(c).`
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
      kind: 'cdn',
      url: `https://cdn.jsdelivr.net/gh/${owner}/${name}/`,
      why: 'content delivery networks keep what they served once, also after the source is gone',
      request: ask('every cached file of this repository, and do not serve it again'),
    },
    {
      kind: 'archive',
      url: `https://archive.softwareheritage.org/browse/origin/?origin_url=${encodeURIComponent(repository)}`,
      why: 'archives copy public repositories, and decide about removal themselves',
      request: ask('the archived copies of this origin'),
    },
  ]
}
