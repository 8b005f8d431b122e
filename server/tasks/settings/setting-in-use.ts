/** One setting as it is in use: never a secret. */
export interface SettingInUse {
  name: string
  meaning: string
  /** What may be shown of it; "set" where that is all that may be; null: it is not set. */
  shown: string | null
  origin: 'environment' | '.env' | 'default' | 'not set'
}
