/**
 * Account names are letters, digits and hyphens today; old ones may end in a hyphen, and those of managed users
 * hold an underscore (`mona_acme`).
 */
export function isOwnerName(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(text) && !notAccounts.has(text.toLowerCase())
}

/** The second half of `owner/name`. A final `.git` is never part of a name. */
export function isRepositoryPart(text: string): boolean {
  return /^[A-Za-z0-9._-]{1,100}$/.test(text) && !/^\.{1,2}$/.test(text) && !/\.git$/i.test(text)
}

/** First segments of github.com that lead to GitHub's own pages: nobody can have them as an account. */
const notAccounts = new Set(
  `about account apps blog codespaces collections contact copilot customer-stories dashboard enterprise events
   explore features home issues join login logout marketplace mobile new nonprofits notifications open-source
   organizations orgs pricing pulls readme search security sessions settings signup site sponsors stars team
   terms topics trending users`.split(/\s+/),
)
