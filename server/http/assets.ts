import type { RequestHandler } from 'express'
import type { Asset } from '../render/pages/asset.ts'
import { everyAsset } from '../render/pages/assets.ts'

const byUrl = new Map<string, Asset>(everyAsset.map((asset) => [asset.url, asset]))

/** The stylesheet and the icon. Their names change with their content, so a browser never asks twice. */
export const showAsset: RequestHandler = (req, res, next) => {
  const asset = byUrl.get(req.path)
  if (asset === undefined) {
    next()
    return
  }
  res.set('Cache-Control', 'public, max-age=31536000, immutable').type(asset.type).send(asset.bytes)
}
