import { mkdirSync } from 'node:fs'

/**
 * Makes the data folder, for this user alone. One that exists keeps its mode: it may be somebody's home, and every
 * file in it is closed to others by itself.
 */
export function makeDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}
