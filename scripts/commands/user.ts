import { Command } from 'commander'
import { collect, command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { columns } from '../text.ts'

interface AddOptions {
  role: string[]
  fullName?: string
  email?: string
  passwordFile?: string
  json?: boolean
}

export function userCommand(): Command {
  return new Command('user')
    .description('who may sign in to the pages, and what for')
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(roleCommand())
    .addCommand(emailCommand())
    .addCommand(resetCommand())
    .addCommand(removeCommand())
}

function addCommand(): Command {
  return command(
    'add <name>',
    'Adds somebody who may sign in. Without --password-file a password is made and shown once.',
    'clawback user add ada.diaz --role reviewer --role signatory --full-name "Ada Diaz"',
  )
    .requiredOption(
      '--role <role>',
      'researcher, reviewer, signatory, auditor or admin; several with commas or several times',
      collect,
    )
    .option('--full-name <name>', 'as it stands under a decision or a notice (default: the name)')
    .option('--email <address>', "by which a provider's sign-in knows them (OIDC_ISSUER)")
    .option('--password-file <file>', 'read the password from the first line of a file; - is standard input')
    .action((name: string, options: AddOptions) =>
      runCommand(options, async ({ app }) => {
        const { addUser } = await import('../../server/tasks/users/add-user.ts')
        const { password, made } = await choosePassword(options.passwordFile)
        const { user } = await addUser(app, {
          name,
          roles: options.role,
          password,
          passwordDue: made,
          ...(options.email === undefined ? {} : { email: options.email }),
          ...(options.fullName === undefined ? {} : { fullName: options.fullName }),
        })
        return {
          document: { user, ...(made ? { password } : {}) },
          text: [
            `${user.name} may sign in as ${user.roles.join(', ')}.`,
            ...(made ? [passwordLine(password)] : []),
          ].join('\n'),
        }
      }),
    )
}

function listCommand(): Command {
  return command('list', 'Everyone who may sign in.', 'clawback user list').action(
    (options: { json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { listUsers } = await import('../../server/tasks/users/list-users.ts')
        const users = await listUsers(app)
        return {
          document: users,
          text:
            users.length === 0
              ? 'No users yet. Add one with "clawback user add".'
              : columns(
                  users.map((user) => [
                    user.name,
                    user.roles.join(', '),
                    user.secondFactor ? 'second factor' : 'password only',
                    user.fullName,
                  ]),
                ),
        }
      }),
  )
}

function roleCommand(): Command {
  return command(
    'role <name> <roles...>',
    'Gives a user these roles in place of those they had.',
    'clawback user role ada.diaz reviewer',
  ).action((name: string, roles: string[], options: { json?: boolean }) =>
    runCommand(options, async ({ app }) => {
      const { setUserRoles } = await import('../../server/tasks/users/set-user-roles.ts')
      const { user } = await setUserRoles(app, { name, roles })
      return { document: { user }, text: `${user.name} is now ${user.roles.join(', ')}.` }
    }),
  )
}

function emailCommand(): Command {
  return command(
    'email <name> [address]',
    "The address by which a provider's sign-in knows a user; without one it is taken away.",
    'clawback user email ada.diaz ada@orbit.example',
  ).action((name: string, address: string | undefined, options: { json?: boolean }) =>
    runCommand(options, async ({ app }) => {
      const { setUserEmail } = await import('../../server/tasks/users/set-user-email.ts')
      const { user } = await setUserEmail(app, { name, email: address ?? '' })
      const text =
        user.email === null ? `${user.name} has no address now.` : `${user.name} is known by ${user.email}.`
      return { document: { user }, text }
    }),
  )
}

function resetCommand(): Command {
  return command(
    'reset <name>',
    'A new password for who lost theirs, or the second factor. Signs them out everywhere.',
    'clawback user reset ada.diaz',
  )
    .option('--password-file <file>', 'read the password from the first line of a file; - is standard input')
    .action((name: string, options: { passwordFile?: string; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { resetUser } = await import('../../server/tasks/users/reset-user.ts')
        const { password, made } = await choosePassword(options.passwordFile)
        const done = await resetUser(app, { name, password, passwordDue: made })
        return {
          document: { ...done, ...(made ? { password } : {}) },
          text: [`${done.reset} has a new password.`, ...(made ? [passwordLine(password)] : [])].join('\n'),
        }
      }),
    )
}

function removeCommand(): Command {
  return command(
    'remove <name>',
    'Lets a user in no more. What they did stays theirs in the log.',
    'clawback user remove ada.diaz',
  ).action((name: string, options: { json?: boolean }) =>
    runCommand(options, async ({ app }) => {
      const { removeUser } = await import('../../server/tasks/users/remove-user.ts')
      const done = await removeUser(app, name)
      return { document: done, text: `${done.removed} can no longer sign in.` }
    }),
  )
}

/** Never an argument: other users of a machine see those. */
async function choosePassword(file: string | undefined): Promise<{ password: string; made: boolean }> {
  if (file === undefined) {
    const { randomBytes } = await import('node:crypto')
    const { generatePassword } = await import('../../server/tasks/users/new-password.ts')
    return { password: generatePassword(randomBytes), made: true }
  }
  const { readPasswordFile } = await import('../read-password-file.ts')
  return { password: readPasswordFile(file), made: false }
}

function passwordLine(password: string): string {
  return `Password, shown only now, and to be changed at the first sign-in: ${password}`
}
