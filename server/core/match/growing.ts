/** An Int32Array that doubles as it fills. */
export class GrowingInts {
  values = new Int32Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.length * 2)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length++] = value
  }

  /** What was pushed, without a copy: nothing is pushed afterwards. */
  finish(): Int32Array {
    return this.values.subarray(0, this.length)
  }
}

export class GrowingBytes {
  values = new Uint8Array(65_536)
  length = 0

  append(bytes: Uint8Array): void {
    const needed = this.length + bytes.length
    if (needed > this.values.length) {
      const larger = new Uint8Array(Math.max(needed, this.values.length * 2))
      larger.set(this.values.subarray(0, this.length))
      this.values = larger
    }
    this.values.set(bytes, this.length)
    this.length = needed
  }

  /** What was appended, without a copy: nothing is appended afterwards. */
  finish(): Uint8Array {
    return this.values.subarray(0, this.length)
  }
}
