import { definePage, type Frame, type Page } from './engine.ts'

export const renderSignInPage: Page<Frame & { minutes: number }> = definePage('sign-in')
