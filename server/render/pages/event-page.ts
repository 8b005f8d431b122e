import { definePage, type Frame, type Page } from './engine.ts'

export interface EventPage extends Frame {
  event: {
    seq: number
    at: string
    actor: string
    kind: string
    subject: string
    subjectHref: string | null
    stored: string
    prevHash: string
    hash: string
  }
  details: { name: string; value: string }[]
  howToVerify: string
  previous: string | null
  next: string | null
}

export const renderEventPage: Page<EventPage> = definePage('event')
