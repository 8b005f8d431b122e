import { links } from '../view/links.ts'

/** The page of what an event happened to; null where there is none. */
export function subjectLink({ subject, data }: { subject: string; data: unknown }): string | null {
  const at = subject.indexOf(':')
  const [kind, id] = [subject.slice(0, at), subject.slice(at + 1)]
  if (kind === 'notice') return links.notice(id)
  if (kind === 'work') return links.work(id)
  const { work, repository } = (data ?? {}) as { work?: unknown; repository?: unknown }
  const isMatch = kind === 'repository' && typeof work === 'string' && typeof repository === 'string'
  return isMatch && /^[^/]+\/[^/]+$/.test(repository) ? links.match(work, repository) : null
}
