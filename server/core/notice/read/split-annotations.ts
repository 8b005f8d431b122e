/** GitHub's notes around a published notice, apart from what the submitter wrote. Both are cleaned text. */
export interface AnnotatedText {
  annotations: string[]
  submitted: string
}

/**
 * How GitHub's own lines begin (README of https://github.com/github/dmca, "Anatomy of a takedown notice"). A note
 * may run over several lines: up to a blank line or a rule; the bullets of "Before disabling" belong to it.
 */
const annotationStart =
  /^[[(>* ]*(?:before disabling any content in relation to this takedown notice, github|note: because (?:the|some|one)[^\n]{0,80}(?:network|repositor)|because (?:the|some|one)[^\n]{0,80}(?:network|repositor)(?=[^\n]*\bgithub processed\b)|while github did not find sufficient information|one or more repositories in this dmca takedown notice has been processed|to learn about when and why github may process|you can learn more in github'?s acceptable use|note: github has|github has determined that)/i

export function splitAnnotations(text: string): AnnotatedText {
  const annotations: string[] = []
  const submitted: string[] = []
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (!annotationStart.test(line)) {
      submitted.push(line)
      continue
    }
    const note = [line]
    while (at + 1 < lines.length && continuesNote(note, lines[at + 1]!)) note.push(lines[++at]!)
    annotations.push(note.join('\n').trim())
  }
  return { annotations, submitted: submitted.join('\n') }
}

function continuesNote(note: readonly string[], next: string): boolean {
  if (/^ *$|^ *-{3,}/.test(next) || annotationStart.test(next)) return false
  return /before disabling/i.test(note[0]!)
    ? /^ *[-*•]/.test(next)
    : !/[.:)\]]\s*$/.test(note[note.length - 1]!)
}
