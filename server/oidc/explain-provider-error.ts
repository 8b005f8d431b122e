import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import { ClawbackError } from '../errors.ts'

/** What of a provider's answer was not as it must be, by the library's code: what an attack or a wrong setting changes. */
const untrue: Readonly<Record<string, string>> = {
  OAUTH_INVALID_RESPONSE: 'its answer is not one to the question that was asked',
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: 'its token was made for another question, client or provider',
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'its token is expired, or of another time',
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: 'its description is that of another provider',
  OAUTH_KEY_SELECTION_FAILED: 'its token is signed by no key of it',
  OAUTH_UNSUPPORTED_OPERATION: 'it signs in a way that is not taken',
  OAUTH_PARSE_ERROR: 'its answer cannot be read',
  OAUTH_RESPONSE_IS_NOT_JSON: 'its answer is no JSON',
  OAUTH_INVALID_SERVER_METADATA: 'its description is incomplete',
  OAUTH_MISSING_SERVER_METADATA: 'its description is incomplete',
}

/**
 * What went wrong between a provider and us, in words: it said no, what it said does not hold, or nothing was heard.
 * Nothing of its answer is repeated, which may be a stranger's text.
 */
export function explainProviderError(error: unknown): ClawbackError {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    return new ClawbackError(
      'PROVIDER_REFUSED',
      `The provider did not let you in (${wordOf(error.error)})`,
      'Try again, or ask whoever runs the provider to let you use Clawback.',
      { cause: error },
    )
  }
  const reason = error instanceof ClientError ? untrue[error.code ?? ''] : undefined
  if (reason !== undefined) {
    return new ClawbackError(
      'PROVIDER_UNTRUE',
      `What the provider answered is not believed: ${reason}`,
      'Sign in again from the start. If it stays so, compare OIDC_ISSUER and the clocks: clawback doctor.',
      { cause: error },
    )
  }
  return new ClawbackError(
    'PROVIDER_UNREACHABLE',
    'The provider could not be asked who you are',
    'Try again in a moment; "clawback doctor" says what is wrong with OIDC_ISSUER.',
    { exitCode: 3, cause: error },
  )
}

/** The codes of RFC 6749 are words of small letters. */
function wordOf(code: string): string {
  return /^[a-z_]{1,40}$/.test(code) ? code.replaceAll('_', ' ') : 'without a reason'
}
