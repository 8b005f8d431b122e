import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import { checkNotice } from './check-notice.ts'
import { errorOf, type NoticeProblem } from './problem.ts'
import type { NoticeDocument } from './types.ts'

/** What a signature covers: the document, the evidence behind it, and the templates that rendered it. */
export interface FrozenNotice {
  bytes: Uint8Array
  /** SHA-256 of `bytes`, in hex. */
  sha256: string
}

/**
 * The document and its evidence as canonical JSON (keys sorted, UTF-8, no space) and its SHA-256: the same content
 * always gives the same bytes, so that anyone can check a signed notice with `sha256sum`.
 */
export function freezeNotice(
  document: NoticeDocument,
  evidence: readonly object[],
  templateVersion: string,
): FrozenNotice {
  const bytes = new TextEncoder().encode(canonicalJson({ document, evidence, templateVersion }))
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/**
 * What keeps a notice from being signed with this name; empty when nothing does. Every error of the document counts,
 * and the name must be the claimant's: a signature is a person's own act.
 */
export function refuseSigning(document: NoticeDocument, name: string): NoticeProblem[] {
  if (document.signature !== null) {
    return [
      errorOf(
        'already-signed',
        'The notice is signed, and a signed notice never changes',
        'Draft a revised one',
      ),
    ]
  }
  const signed = { ...document, signature: { name, at: '' } }
  return checkNotice(signed).problems.filter((problem) => problem.severity === 'error')
}
