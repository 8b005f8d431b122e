/** What a counter notice must hold, as the statute lists it. */
export type CounterElement =
  'signature' | 'material' | 'mistake' | 'perjury' | 'contact' | 'jurisdiction' | 'service'

export const counterElements: Readonly<Record<CounterElement, string>> = {
  signature: 'A signature, 512(g)(3)(A)',
  material: 'What was removed and where it was, 512(g)(3)(B)',
  mistake: 'A good faith belief in a mistake or misidentification, 512(g)(3)(C)',
  perjury: 'Penalty of perjury, 512(g)(3)(C)',
  contact: 'Telephone number or address, 512(g)(3)(D)',
  jurisdiction: 'Consent to the jurisdiction of a federal district court, 512(g)(3)(D)',
  service: 'Acceptance of service of process, 512(g)(3)(D)',
}

/**
 * Which of the elements of 17 U.S.C. 512(g)(3) are seen in the text of a counter notice. That one is not seen is no
 * finding that it is missing: GitHub takes out names, signatures and addresses before it publishes or forwards, and
 * people write in their own words. Counsel reads the text.
 */
export function findCounterElements(text: string): Record<CounterElement, boolean> {
  const plain = text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[*_`>]/g, '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .toLowerCase()
  return {
    signature: /\/s\/|signature|legal name below to sign|electronically signed/.test(plain),
    material: /(?:https?:\/\/)?(?:gist\.|www\.)?(?:github\.com|npmjs\.com)\/\S+/.test(plain),
    mistake: /mistake or misidentification|misidentif|result of a mistake/.test(plain),
    perjury: /penalty of perjury|penalties of perjury/.test(plain),
    contact: /telephone|phone|physical address|address:/.test(plain),
    jurisdiction: /consent to the jurisdiction|submit to the jurisdiction/.test(plain),
    service: /accept service of process|acceptance of service/.test(plain),
  }
}
