import { definePage, type Frame, type Page } from './engine.ts'

export const renderSignInCodePage: Page<Frame & { next: string; refused: boolean }> =
  definePage('sign-in-code')
