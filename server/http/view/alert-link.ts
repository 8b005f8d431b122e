import { z } from 'zod'
import { links } from './links.ts'

const pointing = z.object({
  message: z.number().optional(),
  notice: z.string().optional(),
  work: z.string().optional(),
  scan: z.number().optional(),
})

/** Where to act on what an alert says: its mail, its notice or its scan; null where it names none. */
export function alertLink({ kind, data }: { kind: string; data: unknown }): string | null {
  const { message, notice, work, scan } = pointing.safeParse(data).data ?? {}
  if (message !== undefined) return links.mail(message)
  if (notice !== undefined) return `${links.notice(notice)}${kind === 'overreach' ? '#overreach' : ''}`
  if (work !== undefined && scan !== undefined) return links.scan(work, scan)
  return null
}
