import { sql, type SQL } from 'drizzle-orm'

/** Whether a text holds another, whatever the case of its Latin letters; what a person typed is never a pattern. */
export function likeText(text: SQL, part: string): SQL {
  const pattern = `%${part.toLowerCase().replace(/[\\%_]/g, (character) => `\\${character}`)}%`
  return sql`lower(${text}) like ${pattern} escape '\\'`
}
