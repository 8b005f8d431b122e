/** A document for `--json` that is written already, in parts: together they may be longer than one string can be. */
export class JsonText {
  readonly parts: Iterable<string>

  constructor(parts: Iterable<string>) {
    this.parts = parts
  }
}
