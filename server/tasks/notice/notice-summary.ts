import type { Notice } from '../../../db/queries/notices.ts'
import { materialUrl } from '../../core/notice/material-url.ts'
import { namedRepositories, type NoticeDocument } from '../../core/notice/types.ts'

export interface NoticeSummary {
  id: string
  kind: Notice['kind']
  status: Notice['status']
  /** Every repository named, the forks among them. */
  repositories: string[]
  forks: string[]
  /** URLs of the files listed; empty where the entire repository is the material. */
  files: string[]
  scope: string
  representativeForks: false
  about: string | null
  createdAt: string
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
  return {
    id: notice.id,
    kind: notice.kind,
    status: notice.status,
    ...summarizeMaterial(readDocument(notice)),
    representativeForks: false,
    about: notice.aboutNoticeId,
    createdAt: notice.createdAt.toISOString(),
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
  const named = namedRepositories(document)
  return {
    repositories: named.map(nameOf),
    forks: document.forks.map(nameOf),
    files: named.flatMap((repository) => repository.files.map((file) => materialUrl(repository, file))),
    scope: document.scope,
  }
}
