/** A log that was tampered with is still shown: what is no JSON any more comes as its text. */
export function readData(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return data
  }
}
