import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMultipart, type SentFields } from '../../../../server/http/multipart/read-multipart.ts'

const boundary = 'b-o-u-n-d'
const type = `multipart/form-data; boundary=${boundary}`

function write(fields: [string, string][], file: Buffer | null, end = '\r\n'): Buffer {
  const parts: (string | Buffer)[] = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  if (file !== null) {
    parts.push(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.tgz"\r\nContent-Type: application/gzip\r\n\r\n`,
      file,
      '\r\n',
    )
  }
  return Buffer.concat([...parts, `--${boundary}--${end}`].map((one) => Buffer.from(one as string)))
}

async function* inChunks(body: Buffer, sizes: number[]): AsyncGenerator<Buffer> {
  let at = 0
  for (let i = 0; at < body.length; i++) {
    const size = sizes[i % sizes.length]!
    yield await Promise.resolve(body.subarray(at, at + size))
    at += size
  }
}

async function read(body: Buffer, sizes: number[]): Promise<{ fields: SentFields; file: Buffer | null }> {
  const files: Buffer[] = []
  const fields = await readMultipart(type, inChunks(body, sizes), async (file) => {
    const chunks: Buffer[] = []
    expect(file.name).toBe('a.tgz')
    for await (const chunk of file.chunks) chunks.push(Buffer.from(chunk))
    files.push(Buffer.concat(chunks))
  })
  return { fields, file: files[0] ?? null }
}

/** Bytes that look like the line that parts the body, again and again. */
const content = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)),
      fc
        .constantFrom(
          '\r\n',
          '\r',
          '--',
          `--${boundary.slice(0, 5)}`,
          `\r\n--${boundary.slice(0, 8)}`,
          boundary,
        )
        .map((text) => Buffer.from(text)),
    ),
  )
  .map((parts) => Buffer.concat(parts))
  .filter(
    (bytes) =>
      !bytes.includes(`\r\n--${boundary}`) &&
      !bytes.subarray(0).toString('latin1').startsWith(`--${boundary}`),
  )

describe('a form with a file', () => {
  it('is the same, byte for byte, however it is cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        content,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\r\n', ''),
        async (bytes, sizes, end) => {
          const body = write(
            [
              ['title', 'Orbit'],
              ['official', 'a'],
              ['official', 'b'],
            ],
            bytes,
            end,
          )
          const { fields, file } = await read(body, sizes)
          expect({ ...fields }).toEqual({ title: 'Orbit', official: ['a', 'b'] })
          expect(file?.equals(bytes)).toBe(true)
        },
      ),
    )
  })

  it('cut off anywhere is refused, and never taken for whole', async () => {
    const body = write([['title', 'Orbit']], Buffer.from('content'), '')
    for (let length = 0; length < body.length; length++) {
      await expect(read(body.subarray(0, length), [7])).rejects.toMatchObject({ code: 'UPLOAD_CUT_OFF' })
    }
  })

  it('of whatever bytes ends, in a form or in words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const outcome = await read(Buffer.from(bytes), [11]).catch((error: unknown) => error)
        expect(outcome).toMatchObject({ code: expect.stringMatching(/^UPLOAD_(CUT_OFF|UNREADABLE)$/) })
      }),
    )
  })
})
