import type { Request, Response } from 'express'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

export async function compress(text: string): Promise<Buffer> {
  return await promisify(gzip)(text)
}

/** Sends what `compress` gave, as it is to those who read gzip. */
export async function sendCompressed(req: Request, res: Response, packed: Buffer): Promise<void> {
  res.vary('Accept-Encoding')
  if (req.acceptsEncodings('gzip') === 'gzip') res.set('Content-Encoding', 'gzip').send(packed)
  else res.send(await promisify(gunzip)(packed))
}
