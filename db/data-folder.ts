import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes the data folder, for this user alone. One that exists keeps its mode: it may be somebody's home, and every
 * file in it is closed to others by itself. One level at a time: Node's own recursion never ends where a file system
 * answers "not found" to every mkdir, as /proc does.
 */
export function makeDataFolder(folder: string): void {
  const parent = dirname(folder)
  if (parent !== folder && !existsSync(parent)) makeDataFolder(parent)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // It is there, or another process made it just now; a file in its place is an error.
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw error
  }
}
