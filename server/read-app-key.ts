import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ClawbackError } from './errors.ts'

/**
 * The private key of a GitHub App, from the PEM file that GitHub gives.
 * @throws ClawbackError GITHUB_APP_KEY_NOT_READABLE, GITHUB_APP_KEY_INVALID; nothing of the file is repeated
 */
export function readAppKey(file: string): KeyObject {
  let pem: string
  try {
    pem = readFileSync(file, 'utf8')
  } catch (error) {
    throw new ClawbackError(
      'GITHUB_APP_KEY_NOT_READABLE',
      `The App's private key ${file} could not be read`,
      'Set GITHUB_APP_PRIVATE_KEY_FILE to the .pem file that GitHub gave, readable by this user.',
      { cause: error },
    )
  }
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'rsa') return key
  } catch {
    // The cause could quote the key.
  }
  throw new ClawbackError(
    'GITHUB_APP_KEY_INVALID',
    `${file} holds no RSA private key`,
    'Make a new private key on the page of the App and set GITHUB_APP_PRIVATE_KEY_FILE to its .pem file.',
  )
}
