import { randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import { renderAccountPage } from '../../render/pages/account-page.ts'
import { closeEverySession, closeSessionById } from '../../tasks/sessions/close-sessions.ts'
import { listSessions } from '../../tasks/sessions/list-sessions.ts'
import { createApiToken, listApiTokens, revokeApiToken, tokenScopes } from '../../tasks/users/api-tokens.ts'
import { changePassword } from '../../tasks/users/change-password.ts'
import { newSecondFactor } from '../../tasks/users/second-factor.ts'
import { setSecondFactor } from '../../tasks/users/set-second-factor.ts'
import { listUsers } from '../../tasks/users/list-users.ts'
import { actingAs, type Acting } from '../acting.ts'
import { readChoices, readFields } from '../read-fields.ts'
import { personOf, signedInOf } from '../sign-in/signed-in.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'

/** Who is signed in, and how they sign in. */
export function showAccountPage(app: Acting): RequestHandler {
  return (_req, res) => sendAccount(app, res, null)
}

/** The session of the page ends with the others; the new password is tried at once by signing in. */
export function postPassword(app: Acting): RequestHandler {
  return async (req, res) => {
    const { old, password } = readFields(req.body, ['old', 'password'])
    await changePassword(actingAs(app, res), { name: personOf(res).name, old, password })
    res.redirect(303, '/sign-in')
  }
}

export function postSecondFactor(app: Acting): RequestHandler {
  return async (req, res) => {
    const { secret, code } = readFields(req.body, ['secret', 'code'])
    await setSecondFactor(actingAs(app, res), { name: personOf(res).name, secret, code })
    res.redirect(303, links.account())
  }
}

/** The token is shown on the page that answers, once. */
export function postToken(app: Acting): RequestHandler {
  return async (req, res) => {
    const { label } = readFields(req.body, ['label'])
    const { token } = await createApiToken({ ...app, randomBytes }, personOf(res), {
      label,
      scopes: readChoices(req.body, 'scope'),
    })
    await sendAccount(app, res, token)
  }
}

export function postTokenRemoval(app: Acting): RequestHandler<{ id: string }> {
  return async (req, res) => {
    await revokeApiToken(app, personOf(res), Number(req.params.id))
    res.redirect(303, links.account())
  }
}

/** Here, too: the way back in is the sign-in page. */
export function postEverySessionClosed(app: Acting): RequestHandler {
  return async (_req, res) => {
    await closeEverySession(app, personOf(res))
    res.redirect(303, '/sign-in')
  }
}

export function postSessionClosed(app: Acting): RequestHandler<{ id: string }> {
  return async (req, res) => {
    await closeSessionById(app, personOf(res), req.params.id)
    res.redirect(303, `${links.account()}#sessions`)
  }
}

async function sendAccount(app: Acting, res: Response, madeToken: string | null): Promise<void> {
  const { person, may, passwordDue, session } = signedInOf(res)
  const user = (await listUsers(app)).find(({ name }) => person.userId !== null && name === person.name)
  const tokens = await listApiTokens(app, person)
  res.send(
    renderAccountPage({
      ...frameOf(res, { title: 'Account', section: 'account' }),
      person: { name: person.name, fullName: person.fullName, roles: person.roles.join(', ') },
      account:
        user === undefined
          ? null
          : {
              secondFactor: user.secondFactor ? null : offeredSecret(user.name),
              scopes: tokenScopes.filter((scope) => may.has(scope)),
              tokens: tokens.map((token) => ({
                id: token.id,
                label: token.label,
                scopes: ['read', ...token.scopes].join(', '),
                expiresAt: token.expiresAt.toISOString(),
                lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
              })),
            },
      madeToken,
      passwordDue,
      sessions: (await listSessions(app, person)).map((one) => ({
        ...one,
        via: sessionWays[one.via],
        current: one.id === session,
      })),
    }),
  )
}

const sessionWays = { link: 'one-time link', password: 'password', provider: 'provider' } as const

/** In groups of four, as it is typed into an authenticator. */
function offeredSecret(name: string): { secret: string; grouped: string; uri: string } {
  const { secret, uri } = newSecondFactor(name, randomBytes)
  return { secret, grouped: secret.replace(/(.{4})(?=.)/g, '$1 '), uri }
}
