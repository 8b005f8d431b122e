/** `owner/name` as GitHub spells it. Names are reused; the numeric id is the key. */
export interface RepositoryName {
  owner: string
  name: string
}

/** What a look at one repository showed (DESIGN section 2). */
export type Availability = 'available' | 'changed' | 'disabled' | 'blocked' | 'gone' | 'unknown'

/** The reviewer's decision about one repository. */
export type Decision = 'infringing' | 'authorized' | 'fair-use' | 'not-ours' | 'needs-counsel'

/** A branch or tag of a repository with the commit and root tree it points at. */
export interface RefHead {
  /** `refs/heads/main`, `refs/tags/v1` */
  ref: string
  commit: string
  tree: string
}
