import type { NoticeDocument } from '../../core/notice/types.ts'

/** The subject of the message that carries a notice. The ticket is how GitHub finds what it is about. */
export function noticeSubject(document: NoticeDocument): string {
  const mark = document.signature === null ? 'DRAFT: ' : ''
  const ticket = ticketOf(document)
  return `${mark}${name(document)}${ticket === null ? '' : ` (ticket ${ticket})`}: ${title(document)}`
}

/** What stands on top of a page or a sheet. */
export function noticeTitle(document: NoticeDocument): string {
  return document.kind === 'retraction' ? name(document) : `${name(document)}: ${title(document)}`
}

function name({ kind }: NoticeDocument): string {
  switch (kind) {
    case 'takedown':
      return 'DMCA takedown notice'
    case 'revised':
      return 'Revised DMCA takedown notice'
    case 'retraction':
      return 'Retraction of a DMCA takedown notice'
    case 'reply':
      return 'Reply about a DMCA takedown notice'
    case 'preservation':
      return 'Request to preserve records'
    case 'letter':
      return 'Notification of claimed infringement'
  }
}

function title({ work }: NoticeDocument): string {
  return work.title.replace(/\s+/g, ' ')
}

function ticketOf(document: NoticeDocument): string | null {
  switch (document.kind) {
    case 'revised':
      return document.ticket
    case 'retraction':
    case 'reply':
    case 'preservation':
      return document.about?.ticket ?? null
    case 'takedown':
    case 'letter':
      return null
  }
}
