/** A request that set out before the refusal arrived is nobody's fault. */
const ON_THE_WAY = 500

/** Who was asked to wait, and until when. */
export class Pauses {
  readonly #until = new Map<string, { heard: number; until: number }>()

  ask(user: string, seconds: number, now: Date): void {
    const at = now.getTime()
    const heard = Math.min(this.#until.get(user)?.heard ?? Infinity, at + ON_THE_WAY)
    this.#until.set(user, {
      heard: this.holds(user, now) ? heard : at + ON_THE_WAY,
      until: at + seconds * 1000,
    })
  }

  /** Whether this user ought to be waiting now, and knows. */
  holds(user: string, now: Date): boolean {
    const pause = this.#until.get(user)
    const at = now.getTime()
    return pause !== undefined && at > pause.heard && at < pause.until
  }
}
