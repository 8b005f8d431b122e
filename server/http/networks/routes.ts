import { Router } from 'express'
import type { Memory } from '../memory.ts'
import type { Reading } from '../reading.ts'
import { sendNetworkPicture, showNetworkPage } from './network.ts'
import { showNetworksPage } from './networks.ts'

/** The fork networks of a work: in figures, and each as a picture with its table. */
export function networkRoutes(app: Reading, memory: Memory): Router {
  return Router()
    .get('/works/:slug/networks', showNetworksPage(app, memory))
    .get('/works/:slug/networks/:owner/:name', showNetworkPage(app, memory))
    .get('/works/:slug/networks/:owner/:name/picture', sendNetworkPicture(app, memory))
}
