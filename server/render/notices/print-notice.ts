import type { NoticeDocument } from '../../core/notice/types.ts'
import type { PrintedBlock, PrintedDocument } from '../documents/printed-document.ts'
import { noticeSections, type NoticeSection } from './notice-sections.ts'
import type { NoticeTemplates } from './notice-templates.ts'

export interface PrintedNotice {
  id: string
  document: NoticeDocument
  /** SHA-256 of what was signed; null for a draft. */
  frozenHash: string | null
  createdAt: Date
}

/** The notice on paper: what the page says, and on every sheet which notice and whose signature it belongs to. */
export function printNotice(
  { id, document, frozenHash, createdAt }: PrintedNotice,
  templates: NoticeTemplates,
): PrintedDocument {
  const { title, draftMark, sections } = noticeSections(document, templates)
  const { signature } = document
  return {
    title,
    mark: signature === null ? draftMark : null,
    footer: frozenHash === null ? id : `${id} · SHA-256 of what was signed ${frozenHash}`,
    across: false,
    at: signature === null ? createdAt : new Date(signature.at),
    blocks: sections.flatMap(blocksOf),
  }
}

function blocksOf({ heading, list, paragraphs }: NoticeSection): PrintedBlock[] {
  return [
    ...(heading === '' ? [] : [{ kind: 'heading', text: heading } as const]),
    ...(list.length === 0 ? [] : [{ kind: 'addresses', addresses: list } as const]),
    ...paragraphs.map((text) => ({ kind: 'paragraph', text }) as const),
  ]
}
