/**
 * The patience of one question: how long it may wait in all for budgets, pauses and faults. What does not fit is not
 * waited for at all.
 */
export class Wait {
  #left: number
  readonly #clock: () => Date
  readonly #sleep: (milliseconds: number) => Promise<void>

  constructor(options: {
    patience: number
    clock: () => Date
    sleep: (milliseconds: number) => Promise<void>
  }) {
    this.#left = options.patience
    this.#clock = options.clock
    this.#sleep = options.sleep
  }

  /** Whether there is patience until then. */
  lasts(at: number): boolean {
    return at - this.#clock().getTime() <= this.#left
  }

  /** Whether it waited; `false` at once when it would take more patience than is left. */
  async until(at: number): Promise<boolean> {
    return await this.for(at - this.#clock().getTime())
  }

  async for(milliseconds: number): Promise<boolean> {
    if (milliseconds > this.#left) return false
    this.#left -= Math.max(0, milliseconds)
    await this.pace(milliseconds)
    return true
  }

  /** The polite distance between two requests; never a reason to give up. */
  async pace(milliseconds: number): Promise<void> {
    if (milliseconds > 0) await this.#sleep(Math.ceil(milliseconds))
  }
}
