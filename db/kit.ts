import type { sqliteKit } from './sqlite/sqlite-kit.ts'

/**
 * The columns and constraints that the schema is written in. Each dialect brings a kit with these keys, so that
 * `db/schema/` is written once: dates to the millisecond, real booleans, JSON, whole numbers up to 2^53 (`big`).
 */
export type Kit = typeof sqliteKit
