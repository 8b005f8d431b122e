import { randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import { roles } from '../../core/access/roles.ts'
import { renderPeoplePage } from '../../render/pages/people-page.ts'
import { addUser } from '../../tasks/users/add-user.ts'
import { listUsers } from '../../tasks/users/list-users.ts'
import { generatePassword } from '../../tasks/users/new-password.ts'
import { removeUser } from '../../tasks/users/remove-user.ts'
import { resetUser } from '../../tasks/users/reset-user.ts'
import { setUserEmail } from '../../tasks/users/set-user-email.ts'
import { setUserRoles } from '../../tasks/users/set-user-roles.ts'
import { actingAs, type Acting } from '../acting.ts'
import { readChoices, readFields } from '../read-fields.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'

type Named = { name: string }

/** Who may sign in, and what for. */
export function showPeoplePage(app: Acting): RequestHandler {
  return (_req, res) => sendPeople(app, res, null)
}

/** The password is made here and shown on the page that answers, once. */
export function postUser(app: Acting): RequestHandler {
  return async (req, res) => {
    const { name, fullName, email } = readFields(req.body, ['name', 'fullName', 'email'])
    const password = generatePassword(randomBytes)
    const { user } = await addUser(actingAs(app, res), {
      name,
      fullName,
      email,
      roles: readChoices(req.body, 'role'),
      password,
      passwordDue: true,
    })
    await sendPeople(app, res, { name: user.name, password })
  }
}

export function postRoles(app: Acting): RequestHandler<Named> {
  return async (req, res) => {
    await setUserRoles(actingAs(app, res), {
      name: req.params.name,
      roles: readChoices(req.body, 'role'),
    })
    res.redirect(303, links.people())
  }
}

export function postEmail(app: Acting): RequestHandler<Named> {
  return async (req, res) => {
    const { email } = readFields(req.body, ['email'])
    await setUserEmail(actingAs(app, res), { name: req.params.name, email })
    res.redirect(303, links.people())
  }
}

export function postReset(app: Acting): RequestHandler<Named> {
  return async (req, res) => {
    const password = generatePassword(randomBytes)
    const { reset } = await resetUser(actingAs(app, res), {
      name: req.params.name,
      password,
      passwordDue: true,
    })
    await sendPeople(app, res, { name: reset, password })
  }
}

export function postRemoval(app: Acting): RequestHandler<Named> {
  return async (req, res) => {
    await removeUser(actingAs(app, res), req.params.name)
    res.redirect(303, links.people())
  }
}

async function sendPeople(
  app: Acting,
  res: Response,
  made: { name: string; password: string } | null,
): Promise<void> {
  const users = await listUsers(app)
  res.send(
    renderPeoplePage({
      ...frameOf(res, { title: 'People', section: 'people' }),
      made,
      roles: [...roles],
      users: users.map((user) => ({
        ...user,
        roles: roles.map((role) => ({ role, held: user.roles.includes(role) })),
      })),
    }),
  )
}
