/** Providers of mailboxes for private persons: GitHub may refuse a company's notice from one of them. */
const personalProviders = new Set([
  '126.com',
  '163.com',
  'aol.com',
  'fastmail.com',
  'gmail.com',
  'gmx.com',
  'gmx.de',
  'gmx.net',
  'googlemail.com',
  'hotmail.com',
  'icloud.com',
  'live.com',
  'mac.com',
  'mail.com',
  'mail.ru',
  'me.com',
  'msn.com',
  'naver.com',
  'outlook.com',
  'pm.me',
  'proton.me',
  'protonmail.com',
  'qq.com',
  'web.de',
  'yahoo.com',
  'yandex.com',
  'yandex.ru',
  'ymail.com',
])

/** Whether an address is at a provider of private mailboxes, by its domain. */
export function isPersonalEmail(address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return personalProviders.has(domain) || /^yahoo\.[a-z.]+$/.test(domain)
}

/** An e-mail address, or a telephone number in international form. */
export function holdsPersonalData(text: string): boolean {
  return /[^\s@<>]{1,64}@[^\s@<>]{1,190}\.[a-z]{2,24}/i.test(text) || /(?:^|\s)\+\d[\d ()-]{7,30}/.test(text)
}
