import type { Element } from '../elements.ts'
import { answerTo } from './read-notice-text.ts'
import type { NoticeText } from './read-notice-text.ts'

/** Words that close a letter, on a line with hardly anything else; a name follows. */
const signOff =
  /^\W*(?:(?:yours|very|most|many|with|best|kind(?:est)?|warm(?:est)?|electronically|digitally) )*(?:sincerely|faithfully|truly|truthfully|respectfully|cordially|regards|wishes|best|thanks|thank you|cheers|signed)\b[^\n]{0,40}$/gim

/** `Signature: NAME`, `Electronically signed:` with the name on the next line, `/s/ NAME`. */
const signatureLabel = /(?:^|\W)(?:signature|signed(?: by)?)[ \t]*(?::|\n)\s*\S|(?:^|\s)\/s\/?[ \t]?\S/i

/** (i) A signature: the form's answer, `/s/ NAME`, a labelled line, a name below closing words, or the last lines. */
export function findSignature(notice: NoticeText): Element {
  const answer = answerTo(notice, 'signature')
  if (answer !== undefined) return answer === '' ? 'missing' : 'present'
  const { submitted } = notice
  const closed = [...submitted.matchAll(signOff)].some(({ index, 0: words }) => {
    const next = submitted.slice(index + words.length).trimStart()
    return next !== '' && isBlockLine(next.split('\n', 1)[0]!.trim())
  })
  if (closed || signatureLabel.test(submitted)) return 'present'
  return closingLines(submitted).length > 0 ? 'present' : 'missing'
}

const email = /[^\s@]{1,64}@[^\s@]{1,190}\.[a-z]{2,24}/gi

const reachable =
  /\b(?:tel(?:ephone)?|ph(?:one)?|mobile|fax|address|cell)\b[^\n]{0,80}(?:\[private\]|\d{3,})|\b(?:tel(?:ephone)?|phone|mobile|address|cell)(?: number)?\s*:\s*\n*[ \t]*\S|\+\d[\d ().-]{7,}/i

/** `Contact me at …`, `my contact information: …`, `Sender information:` with lines below it. */
const contactLabel =
  /\bbe contacted (?:at|as follows|by)\W{0,3}\[private\]|(?:contact|reach) (?:me|us)[^.]{0,60}(?:\[private\]|telephone|phone)|contact information\b[^\n]{0,120}(?:\n[^\n]*){0,4}?\[private\]|\[private\][^\n]*\n[^\n]*\b[A-Z]{2},? \d{5}\b|^\W*(?:sender|contact|from|complainant|my)(?: information| details)?\W*:[ \t]*(?:\n[ \t]*[^\s:][^\n]*){2}/im

/**
 * (iv) Information to contact the complaining party. A telephone number or an address makes it whole; an e-mail
 * address alone, or a name with one line, is part of it. Redacted lines in a block of names count as the contact
 * that they hid.
 */
export function findContact(notice: NoticeText): Element {
  const answer = answerTo(notice, 'contact', 'telephone', 'postal')
  if (answer !== undefined && answer !== '') {
    return answer.replace(email, '').replace(/e-?mail|[\s:]/gi, '') === '' ? 'partial' : 'present'
  }
  const { submitted } = notice
  if (reachable.test(submitted) || contactLabel.test(submitted)) return 'present'
  const lines = closingLines(submitted)
  const opening = blockOf(submitted.split('\n')).filter((line) => redaction.test(line))
  if (lines.length + opening.length > 2 || /(?:^\W*\[private\]\W*\n\s*){3}/im.test(submitted))
    return 'present'
  const mailed = submitted.search(email) !== -1 || /\be-?mail\W{0,3}\[private\]/i.test(submitted)
  return lines.length + opening.length > 0 || mailed ? 'partial' : 'missing'
}

/** The name block at the end: short lines, redacted ones among them, below the last sentence. */
function closingLines(submitted: string): string[] {
  return blockOf(submitted.split('\n').reverse())
}

const redaction = /\[private\]/i

/** Two to five words that begin with a capital, initials among them. */
const personName = /^\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){1,4}$/u

/** The lines of names and places with which some lines begin; empty where nothing in it could be a person's name. */
function blockOf(lines: readonly string[]): string[] {
  const block: string[] = []
  for (const line of lines.map((each) => each.trim())) {
    if (!/[\p{L}\d]/u.test(line) || line.search(signOff) !== -1) continue
    if (!isBlockLine(line)) break
    block.push(line)
  }
  return block.some((line) => redaction.test(line) || personName.test(line)) ? block : []
}

/** A line of a name block: a few words, no sentence, no address of material. */
function isBlockLine(line: string): boolean {
  const words = line.split(/\s+/).length
  const ended = /[^\]][.!?:;]$/.test(line.replace(/\b(?:Inc|Ltd|LLC|Corp|Co|GmbH|S\.A|d\.o\.o)\.$/i, ''))
  if (words > 8 || ended || /github\.com|copyright/i.test(line)) return false
  return (
    /^[\p{Lu}\d[(+/-]/u.test(line) ||
    redaction.test(line) ||
    /^(?:https?:\/\/)?[\w.-]+\.[a-z]{2,}\/?$/i.test(line)
  )
}
