import { visibleNameHtml } from './visible.ts'

/**
 * A path or `owner/name` as HTML. Each part is isolated, so that a right-to-left part cannot reorder its
 * neighbours, and the line may break after each slash, so that 300 characters fit a narrow screen.
 */
export function pathHtml(path: string): string {
  return path
    .split('/')
    .map((part) => `<bdi>${visibleNameHtml(part)}</bdi>`)
    .join('/<wbr>')
}
