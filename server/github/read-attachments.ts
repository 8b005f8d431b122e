import { z } from 'zod'
import { couldNotTell, found, notFound } from '../core/answer.ts'
import type { Answer } from '../core/answer.ts'
import { askInHalves } from './ask-in-halves.ts'
import type { Edge } from './edge.ts'
import { repositoryField } from './place.ts'
import type { Place } from './place.ts'

/** What hangs on a repository and is in none of its trees. */
export interface Attachments {
  /** Files of its latest releases. */
  assets: { tag: string; name: string; bytes: number; url: string }[]
  /** The text of `.gitmodules` on the default branch; null when it has none. */
  gitmodules: string | null
}

const AT_ONCE = 50
const RELEASES = 3
const ASSETS = 10

const attachmentsSchema = z.object({
  releases: z.object({
    nodes: z.array(
      z
        .object({
          tagName: z.string(),
          releaseAssets: z.object({
            nodes: z.array(
              z.object({ name: z.string(), size: z.number(), downloadUrl: z.string() }).nullable(),
            ),
          }),
        })
        .nullable(),
    ),
  }),
  gitmodules: z.object({ text: z.string().nullish() }).nullable(),
})

/** The release files and submodules of many repositories, fifty in one request; one answer for each, in its order. */
export async function readAttachments(edge: Edge, places: readonly Place[]): Promise<Answer<Attachments>[]> {
  const answers = places.map((): Answer<Attachments> => couldNotTell('not asked yet'))
  await askInHalves(
    edge,
    places.map((place, at) => ({ place, at })),
    AT_ONCE,
    {
      question: (part) => ({
        purpose: 'read releases and submodules',
        query: attachmentsQuery(part.map(({ place }) => place)),
        variables: {},
      }),
      read: ({ at }, value, isFinal) => {
        if (value === null && isFinal) {
          answers[at] = notFound
          return true
        }
        const parsed = attachmentsSchema.safeParse(value)
        if (!parsed.success) return false
        const { releases, gitmodules } = parsed.data
        const assets = releases.nodes
          .filter((release) => release !== null)
          .flatMap(({ tagName: tag, releaseAssets }) =>
            releaseAssets.nodes
              .filter((asset) => asset !== null)
              .map(({ name, size: bytes, downloadUrl: url }) => ({ tag, name, bytes, url })),
          )
        answers[at] = found({ assets, gitmodules: gitmodules?.text ?? null })
        return true
      },
      giveUp: ({ at }, reason, retryAt) => {
        answers[at] = couldNotTell(`releases and submodules: ${reason}`, retryAt)
      },
    },
  )
  return answers
}

function attachmentsQuery(places: readonly Place[]): string {
  const fields = places.map(
    (place, index) => `n${index}: ${repositoryField(place)} { ... on Repository { ...attached } }`,
  )
  return `query { rateLimit { cost } ${fields.join('\n')} }
    fragment attached on Repository {
      releases(first: ${RELEASES}, orderBy: { field: CREATED_AT, direction: DESC }) { nodes {
        tagName releaseAssets(first: ${ASSETS}) { nodes { name size downloadUrl } } } }
      gitmodules: object(expression: "HEAD:.gitmodules") { ... on Blob { text } } }`
}
