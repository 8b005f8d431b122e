import type { Apps, PracticeApp } from '../house/apps.ts'
import type { Addresses, Reply } from './call.ts'
import { isoSeconds, notFound } from './call.ts'
import { renderUser } from './render-user.ts'

const CREATED = Date.parse('2024-01-01T00:00:00Z')

/** The App itself, for whoever holds its key. */
export function renderApp(addresses: Addresses, { id, slug, installations }: PracticeApp): Reply {
  const owner = {
    id: 1,
    login: `${slug}-owner`,
    type: 'User' as const,
    name: null,
    createdAt: CREATED,
    suspended: false,
  }
  return {
    status: 200,
    body: {
      id,
      slug,
      node_id: `A_${id}`,
      client_id: `Iv1.${id}`,
      owner: renderUser(addresses, owner),
      name: slug,
      description: null,
      external_url: 'https://example.test/',
      html_url: `${addresses.web}/apps/${slug}`,
      created_at: isoSeconds(CREATED),
      updated_at: isoSeconds(CREATED),
      permissions: { metadata: 'read', contents: 'read' },
      events: [],
      installations_count: installations.length,
    },
  }
}

/** A new token for an installation, good for one hour. */
export function createAccessToken(apps: Apps, app: PracticeApp, installation: string, now: Date): Reply {
  const minted = apps.mint(app, Number(installation), now)
  if (minted === undefined) throw notFound()
  return {
    status: 201,
    body: {
      token: minted.token,
      expires_at: isoSeconds(minted.expiresAt.getTime()),
      permissions: { metadata: 'read', contents: 'read' },
      repository_selection: 'all',
    },
  }
}
