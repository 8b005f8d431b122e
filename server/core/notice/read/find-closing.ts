import type { Element } from '../elements.ts'
import { answerTo } from './read-notice-text.ts'
import type { NoticeText } from './read-notice-text.ts'

/** Words that close a letter; what follows is the name. */
const signOff =
  /^\W*(?:(?:yours|very) (?:truly|sincerely|faithfully)(?: yours)?|(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?|(?:(?:best|kind|warm)(?:est)? )?(?:regards|wishes)|respectfully(?: submitted)?|cordially|many thanks|thank you|thanks|cheers|signed)[,.!]?\W*$/im

/** `Signature: NAME`, `Electronically signed:` with the name on the next line, `/s/ NAME`. */
const signatureLabel = /(?:^|\W)(?:signature|signed(?: by)?)[ \t]*(?::|\n)\s*\S|(?:^|\s)\/s\/?[ \t]?\S/i

/** (i) A signature: the form's answer, `/s/ NAME`, a labelled line, a name below the closing words, or the last lines. */
export function findSignature(notice: NoticeText): Element {
  const answer = answerTo(notice, 'signature')
  if (answer !== undefined) return answer === '' ? 'missing' : 'present'
  const { submitted } = notice
  if (signatureLabel.test(submitted)) return 'present'
  const close = signOff.exec(submitted)
  if (close !== null && submitted.slice(close.index + close[0].length).trim() !== '') return 'present'
  return closingLines(submitted).length > 0 ? 'present' : 'missing'
}

const email = /[^\s@]{1,64}@[^\s@]{1,190}\.[a-z]{2,24}/gi
const reachable =
  /\b(?:tel(?:ephone)?|phone|mobile|fax|address|cell)\b[^\n]{0,80}(?:\[private\]|\d{3,})|\b(?:tel(?:ephone)?|phone|mobile|address|cell)(?: number)?\s*:\s*\n*[ \t]*\S|\+\d[\d ().-]{7,}/i

/** `Sender information:` or the like, and two lines or more below it. */
const contactBlock =
  /^\W*(?:sender|contact|from|complainant|my)(?: information| details)?\W*:[ \t]*(?:\n[ \t]*[^\s:][^\n]*){2}/im

/**
 * (iv) Information to contact the complaining party. A telephone number or an address makes it whole; an e-mail
 * address alone, or a name with one line, is part of it. Redacted lines below a name count as the contact they hid.
 */
export function findContact(notice: NoticeText): Element {
  const answer = answerTo(notice, 'contact', 'telephone', 'postal')
  if (answer !== undefined && answer !== '') {
    return answer.replace(email, '').replace(/e-?mail|[\s:]/gi, '') === '' ? 'partial' : 'present'
  }
  const { submitted } = notice
  if (reachable.test(submitted)) return 'present'
  if (/(?:contact|reach) (?:me|us)[^.]{0,60}(?:\[private\]|telephone|phone)/i.test(submitted))
    return 'present'
  if (contactBlock.test(submitted)) return 'present'
  const lines = [...closingLines(submitted), ...openingLines(submitted)]
  if (lines.length > 2) return 'present'
  return lines.length > 0 || submitted.search(email) !== -1 ? 'partial' : 'missing'
}

/** The name block at the end: short lines, redacted ones among them, below the last sentence. */
function closingLines(submitted: string): string[] {
  return blockOf(submitted.split('\n').reverse())
}

/** The sender's block at the beginning of a letter, as far as GitHub had to redact it. */
function openingLines(submitted: string): string[] {
  const block = blockOf(submitted.split('\n'))
  return block.some((line) => redaction.test(line)) ? block : []
}

const redaction = /\[private\]/i

/** Two to five words that begin with a capital, initials among them. */
const personName = /^\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){1,4}$/u

function blockOf(lines: readonly string[]): string[] {
  const block: string[] = []
  for (const line of lines.map((each) => each.trim())) {
    if (line === '' || /^[_\-=*]+$/.test(line) || signOff.test(line)) continue
    if (!isBlockLine(line)) break
    block.push(line)
  }
  return block.some((line) => redaction.test(line) || personName.test(line)) ? block : []
}

/** A line of a name block: a few words, no sentence, no address of material. */
function isBlockLine(line: string): boolean {
  const words = line.split(/\s+/).length
  const ended = /[.!?:;]$/.test(line.replace(/\b(?:Inc|Ltd|LLC|Corp|Co|GmbH|S\.A)\.$/i, ''))
  return words <= 8 && !ended && !/github\.com/i.test(line) && /^[\p{Lu}\d[(+]/u.test(line)
}
