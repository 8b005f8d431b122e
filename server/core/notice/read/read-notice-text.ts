import { cleanText } from './clean-text.ts'
import { readAnswers } from './read-answers.ts'
import type { ReadAnswer } from './read-answers.ts'
import type { QuestionId } from './questions.ts'
import { splitAnnotations } from './split-annotations.ts'

/** A notice's text taken apart: GitHub's notes, the form's answers, and all that the submitter wrote. */
export interface NoticeText {
  annotations: string[]
  /** What precedes the first question: the whole letter where there is no form. */
  preamble: string
  answers: ReadAnswer[]
  /** The submitter's own words: preamble and answers, without the questions. */
  submitted: string
  isForm: boolean
}

export function readNoticeText(text: string): NoticeText {
  const { annotations, submitted } = splitAnnotations(cleanText(text))
  const { preamble, answers } = readAnswers(submitted)
  return {
    annotations,
    preamble,
    answers,
    submitted: [preamble, ...answers.map(({ answer }) => answer)].join('\n\n').trim(),
    isForm: answers.some(({ id }) => claimQuestions.has(id)),
  }
}

const claimQuestions: ReadonlySet<QuestionId> = new Set(['files', 'repositories', 'counterFiles'])

/** The answers to some questions, joined; undefined where none of them was asked. */
export function answerTo(notice: NoticeText, ...ids: QuestionId[]): string | undefined {
  const answers = notice.answers.filter(({ id }) => ids.includes(id))
  return answers.length === 0
    ? undefined
    : answers
        .map(({ answer }) => answer)
        .join('\n')
        .trim()
}
