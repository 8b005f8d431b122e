import type { MailServer } from './mail-server.ts'
import { describeFailure, openConnection } from './open-connection.ts'

/** Signs in and says goodbye: what is wrong, or null. */
export async function greetServer(server: MailServer): Promise<string | null> {
  try {
    ;(await openConnection(server)).quit()
    return null
  } catch (error) {
    return describeFailure(error)
  }
}
