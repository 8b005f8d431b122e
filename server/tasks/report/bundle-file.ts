import { createHash } from 'node:crypto'
import type { ZipFile } from '../../render/reports/write-zip.ts'

export function bundleFile(path: string, content: string | Buffer): ZipFile {
  return { path, bytes: Buffer.from(content) }
}

export function bundleJson(path: string, value: unknown): ZipFile {
  return bundleFile(path, `${JSON.stringify(value, null, 2)}\n`)
}

export function sha256Of({ bytes }: ZipFile): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What `sha256sum -c SHA256SUMS` reads. */
export function bundleSums(files: readonly ZipFile[]): ZipFile {
  return bundleFile('SHA256SUMS', files.map((file) => `${sha256Of(file)}  ${file.path}\n`).join(''))
}
