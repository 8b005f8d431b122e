/** Places marked since `begin`; beginning anew costs nothing, however many places there are. */
export class Marks {
  count = 0
  private round = 0
  private readonly rounds: Int32Array

  constructor(places: number) {
    this.rounds = new Int32Array(places)
  }

  begin(): void {
    this.round++
    this.count = 0
  }

  has(place: number): boolean {
    return this.rounds[place] === this.round
  }

  add(place: number): void {
    if (this.rounds[place] === this.round) return
    this.rounds[place] = this.round
    this.count++
  }
}
