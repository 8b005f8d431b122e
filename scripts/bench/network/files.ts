import { writeProgramText } from '../program-text.ts'

/** The work: 60 modules in five folders. */
export const leak: Record<string, string> = Object.fromEntries(
  Array.from({ length: 60 }, (_, i) => [
    `internal/part-${i % 5}/module-${i}.ts`,
    writeProgramText(1000 + i, 3000),
  ]),
)

/** What the owner publishes: 200 modules in twenty folders. */
export const officialFiles: Record<string, string> = {
  'README.md': '# Toolkit\n\nThe public part.\n',
  ...Object.fromEntries(
    Array.from({ length: 200 }, (_, i) => [
      `src/area-${i % 20}/part-${i}.ts`,
      writeProgramText(50_000 + i, 1500),
    ]),
  ),
}
