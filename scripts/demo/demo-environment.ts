import { settings } from '../../server/settings.ts'

/**
 * What the demo is started with: no setting but the port. Its notices are about repositories that are made up, and its
 * pages can send: nothing of it may reach a mail server, a webhook or GitHub's desk, and no setting may keep it from
 * running.
 */
export function demoEnvironment(environment: NodeJS.Dict<string>): NodeJS.Dict<string> {
  const names = Object.keys(environment).filter(
    (name) => name === 'PORT' || !Object.hasOwn(settings, name.toUpperCase()),
  )
  return Object.fromEntries(names.map((name) => [name, environment[name]]))
}
