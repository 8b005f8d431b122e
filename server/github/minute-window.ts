const MINUTE = 60_000

/** At most so many starts in any one minute. */
export class MinuteWindow {
  readonly #most: number
  readonly #starts: number[] = []

  constructor(most: number) {
    this.#most = most
  }

  readyAt(now: number): number {
    while (this.#starts.length > 0 && this.#starts[0]! <= now - MINUTE) this.#starts.shift()
    return this.#starts.length < this.#most ? now : this.#starts[0]! + MINUTE
  }

  note(now: number): void {
    if (this.#most !== Infinity) this.#starts.push(now)
  }
}
