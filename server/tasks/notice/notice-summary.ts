import type { Notice } from '../../../db/queries/notices.ts'
import { materialUrl } from '../../core/notice/material-url.ts'
import { accusedMaterial, accusedRepositories, isTakedown } from '../../core/notice/accused.ts'
import type { NoticeDocument } from '../../core/notice/types.ts'

export interface NoticeSummary {
  id: string
  /** The slug of the work that it is about. */
  work: string
  kind: Notice['kind']
  status: Notice['status']
  /** Every repository named, the forks among them. */
  repositories: string[]
  forks: string[]
  /** URLs of the files listed; empty where the entire repository is the material. */
  files: string[]
  /** Addresses of material that is no repository: npm packages, gists, pages of other providers. */
  material: string[]
  scope: string
  representativeForks: boolean
  about: string | null
  /** Hash of the templates that it is rendered with. */
  templateVersion: string
  createdAt: string
  draftedBy: string | null
  signedBy: string | null
  signedAt: string | null
  frozenHash: string | null
  sentAt: string | null
  channel: string | null
  ticket: string | null
  publishedUrl: string | null
}

export function readDocument(notice: Notice): NoticeDocument {
  return notice.document as NoticeDocument
}

export function summarizeNotice(notice: Notice): NoticeSummary {
  const document = readDocument(notice)
  return {
    id: notice.id,
    // An id is the slug with a number behind it.
    work: notice.id.replace(/-\d+$/, ''),
    kind: notice.kind,
    status: notice.status,
    ...summarizeMaterial(document),
    material: accusedMaterial(document).map(({ url }) => url),
    representativeForks: isTakedown(document) && document.representativeForks !== false,
    about: notice.aboutNoticeId,
    templateVersion: notice.templateVersion,
    createdAt: notice.createdAt.toISOString(),
    draftedBy: notice.draftedBy,
    signedBy: notice.signedBy,
    signedAt: notice.signedAt?.toISOString() ?? null,
    frozenHash: notice.frozenHash,
    sentAt: notice.sentAt?.toISOString() ?? null,
    channel: notice.channel,
    ticket: notice.ticket,
    publishedUrl: notice.publishedUrl,
  }
}

function summarizeMaterial(
  document: NoticeDocument,
): Pick<NoticeSummary, 'repositories' | 'forks' | 'files' | 'scope'> {
  const nameOf = ({ owner, name }: { owner: string; name: string }) => `${owner}/${name}`
  if (document.kind === 'retraction') {
    const { withdraws } = document
    const repositories = withdraws.mode === 'all-except' ? [] : withdraws.repositories.map(nameOf)
    return { repositories, forks: [], files: [], scope: withdraws.mode }
  }
  const named = accusedRepositories(document)
  return {
    repositories: named.map(nameOf),
    forks: isTakedown(document) ? document.forks.map(nameOf) : [],
    files: named.flatMap((repository) => repository.files.map((file) => materialUrl(repository, file))),
    scope: 'scope' in document ? document.scope : document.kind,
  }
}
