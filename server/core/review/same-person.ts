/** Cyrillic and Greek letters, and the Latin ones that a reader takes them for (Unicode UTS #39, confusables). */
const others = Array.from('асԁеһіјӏорԛѕԝхуαινορυγАВЕЅІЈКМНОРСТҮХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ')
const latin = Array.from('acdehijlopqswxyaivopuyABESIJKMHOPCTYXABEZHIKMNOPTYX')
const lookalikes = new Map(others.map((letter, at) => [letter, latin[at]!]))

/**
 * Whether two names read as one person's: a second look needs somebody else, and a name with a letter of another
 * script in it, or one that nobody sees, is nobody else. Two who are told to be one can write their names in full.
 */
export function isSamePerson(a: string, b: string): boolean {
  const [one, other] = [plain(a), plain(b)]
  return fold(one) === fold(other) || fold(readAsLatin(one)) === fold(readAsLatin(other))
}

/** Without what a reader does not see. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, (one) => (/\s/.test(one) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim()
}

function readAsLatin(name: string): string {
  return Array.from(name, (letter) => lookalikes.get(letter) ?? letter).join('')
}

function fold(name: string): string {
  return name.toLowerCase()
}
