import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes the data folder, for this user alone. One that exists keeps its mode: it may be somebody's home, and every
 * file in it is closed to others by itself. One level at a time: Node's own recursion never ends where a file system
 * answers "not found" to every mkdir, as /proc does.
 */
export function makeDataFolder(folder: string): void {
  if (existsSync(folder)) {
    // Says what stands there when it is no folder.
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return
  }
  const parent = dirname(folder)
  if (parent !== folder) makeDataFolder(parent)
  mkdirSync(folder, { mode: 0o700 })
}
