import { questionAt } from './questions.ts'
import type { QuestionId } from './questions.ts'

export interface ReadAnswer {
  id: QuestionId
  /** The question as it stands in the notice: the year shows in its wording. */
  question: string
  answer: string
}

export interface ReadAnswers {
  /** What stands before the first question. */
  preamble: string
  answers: ReadAnswer[]
}

/**
 * Questions of GitHub's forms and what was answered, from cleaned text. A question begins a line (list marks and
 * numbers before it do not count) and may run over several; the rest of its last line belongs to the answer.
 */
export function readAnswers(text: string): ReadAnswers {
  const marks: { id: QuestionId; start: number; end: number }[] = []
  const lineStart = /^[ >#\-*•]*(?:\d{1,2}[.)] *)?/gm
  for (let match = lineStart.exec(text); match !== null; match = lineStart.exec(text)) {
    const start = match.index + match[0].length
    const previous = marks[marks.length - 1]
    if (previous === undefined || start >= previous.end) {
      const question = questionAt(text, start)
      if (question !== undefined) marks.push({ ...question, start })
    }
    const lineEnd = text.indexOf('\n', start)
    if (lineEnd === -1) break
    lineStart.lastIndex = lineEnd + 1
  }
  return {
    preamble: text.slice(0, marks[0]?.start ?? text.length).trim(),
    answers: marks.map(({ id, start, end }, index) => ({
      id,
      question: text.slice(start, end),
      answer: text.slice(end, marks[index + 1]?.start ?? text.length).trim(),
    })),
  }
}
