/** One file of a source. */
export interface FileEntry {
  kind: 'file'
  /** Relative to the source, with `/`; members of an archive inside are `ARCHIVE!path`, sources of a map `MAP!path`. */
  path: string
  bytes: Buffer
  /** The source map that this text was taken out of. */
  fromMap?: string
  /** The map says that this source is not of its author's making (`ignoreList`). */
  ignoreListed?: true
  /** Where the sources are that a tool made this text from: a bundle, or the map that carries them. */
  generatedFrom?: string
}

/** Something that was there and was not read, and why. Nothing is dropped without such a line. */
export interface SkippedEntry {
  kind: 'skipped'
  path: string
  reason: string
  fromMap?: string
}

export type SourceEntry = FileEntry | SkippedEntry

export function skipped(path: string, reason: string): SkippedEntry {
  return { kind: 'skipped', path: printable(path), reason }
}

/** A hostile name must not move the cursor of the terminal that shows it. */
function printable(path: string): string {
  return path.replace(
    /[\u0000-\u001f\u007f-\u009f]/g,
    (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
}
