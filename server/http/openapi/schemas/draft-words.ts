import { z } from 'zod'
import type { DraftWords } from '../../../tasks/notice/draft-words.ts'
import { components } from './common.ts'
import { noticeProblem, writtenPart } from './notice.ts'
import { takedown } from './notice-document.ts'

const { solution, technologicalMeasures, openSource, infringerContact, statements } = takedown.shape

/** Each kind of notice has some of these parts. */
const words = z
  .object({
    description: z.string().exactOptional(),
    workUrl: z.string().exactOptional().meta({ description: 'Empty: none' }),
    authority: z.string().exactOptional(),
    solution: solution.exactOptional(),
    technologicalMeasures: technologicalMeasures.exactOptional(),
    openSource: openSource.exactOptional(),
    infringerContact: infringerContact.exactOptional(),
    statements: statements.exactOptional(),
    reason: z.string().exactOptional().meta({ description: 'Why a notice is taken back' }),
  })
  .register(components, { id: 'NoticeWords' })

const seen = z.string().meta({ description: 'Hash of the draft that the words were shown of' })

export const draftWords = z
  .object({
    notice: z.string(),
    seen,
    words,
    proposed: words,
    own: z.array(writtenPart).meta({ description: 'The parts that a person wrote otherwise than proposed' }),
    problems: z.array(noticeProblem),
  })
  .register(components, { id: 'DraftWords' }) satisfies z.ZodType<DraftWords>

export const draftWordsRequest = z.object({
  words: words.meta({ description: 'The parts to write; the others stay as they are' }),
  seen: seen.optional(),
})
