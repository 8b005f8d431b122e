/** Every setting, with its default. The README's table is held against this list by a test. */
export const settings = {
  GITHUB_TOKEN: { default: null, meaning: 'a token with read access to public repositories' },
  GITHUB_TOKENS: { default: null, meaning: 'several tokens, comma-separated, each with its own budget' },
  GITHUB_APP_ID: { default: null, meaning: 'a GitHub App in place of tokens, or beside them' },
  GITHUB_APP_PRIVATE_KEY_FILE: { default: null, meaning: 'the `.pem` file of its private key' },
  GITHUB_APP_INSTALLATION_ID: { default: null, meaning: 'where it is installed' },
  GITHUB_API_URL: {
    default: 'https://api.github.com',
    meaning: 'the API to talk to; `…/api/v3` means Enterprise Server',
  },
  HTTPS_PROXY: { default: null, meaning: 'a proxy for GitHub; `https_proxy` does as well' },
  HTTP_PROXY: { default: null, meaning: 'a proxy for a GITHUB_API_URL without TLS' },
  NO_PROXY: { default: null, meaning: 'hosts that are asked directly, comma-separated' },
  CLAWBACK_DATA: { default: './data', meaning: 'database, key and evidence; made with mode 0700' },
  DATABASE_URL: { default: null, meaning: 'absent: SQLite in CLAWBACK_DATA; `postgres://…`: PostgreSQL' },
  SMTP_URL: {
    default: null,
    meaning:
      'the mail server for `notice send`: `smtps://user:password@host` or `smtp://…` (upgraded to TLS)',
  },
  MAIL_FROM: { default: null, meaning: "the sender's address, on the claimant's domain" },
  NOTICE_TEMPLATES: {
    default: null,
    meaning: 'a folder with own templates of notices, each tried before a notice is drafted',
  },
  SIGNATORY_MUST_DIFFER: { default: 'no', meaning: '`yes`: who drafted a notice does not sign it' },
  IMAP_URL: {
    default: null,
    meaning:
      'the mailbox that GitHub answers to: `imaps://user:password@host/INBOX` or `imap://…` (upgraded to TLS)',
  },
  MAIL_OAUTH_TOKEN_URL: {
    default: null,
    meaning:
      'where tokens for mail servers come from, as Microsoft 365 and Google want: for who stands in SMTP_URL or IMAP_URL without a password',
  },
  MAIL_OAUTH_CLIENT_ID: { default: null, meaning: 'how that provider knows this Clawback' },
  MAIL_OAUTH_CLIENT_SECRET: { default: null, meaning: 'its secret there' },
  MAIL_OAUTH_REFRESH_TOKEN: {
    default: null,
    meaning: 'in whose name it signs in (Google); without it in its own right (Microsoft 365)',
  },
  MAIL_OAUTH_SCOPE: {
    default: null,
    meaning: 'what the token is for, like `https://outlook.office365.com/.default`',
  },
  MAIL_AUTHSERV_ID: {
    default: null,
    meaning:
      'how your mail server calls itself in `Authentication-Results` (`none`: not at all, as Exchange Online); without it no sender is believed',
  },
  WEBHOOK_URL: { default: null, meaning: 'where alerts are posted, in a form that Slack takes, too' },
  WEBHOOK_SECRET: { default: null, meaning: 'signs what is posted: `x-clawback-signature`, HMAC-SHA256' },
  ALERTS_TO: {
    default: null,
    meaning: 'who gets alerts as a digest by e-mail; needs SMTP_URL and MAIL_FROM',
  },
  QUIET_HOURS: {
    default: null,
    meaning: 'when alerts wait, like `22-7 Europe/Berlin`; overreach never waits',
  },
  OIDC_ISSUER: {
    default: null,
    meaning: 'an OpenID provider that people sign in with, such as `https://login.orbit.example`',
  },
  OIDC_CLIENT_ID: { default: null, meaning: 'how the provider knows this Clawback' },
  OIDC_CLIENT_SECRET: { default: null, meaning: 'its secret there; none for a public client' },
  OIDC_NAME: { default: null, meaning: 'how the sign-in page calls the provider; its host when absent' },
  OIDC_REDIRECT_URL: {
    default: null,
    meaning:
      'where it sends people back to, `https://…/sign-in/provider/return`; the address they came by when absent',
  },
  OIDC_ONLY: { default: 'no', meaning: '`yes`: nobody signs in by password, but by the provider' },
  HOST: { default: '127.0.0.1', meaning: 'the address that `serve` listens on' },
  PORT: { default: '4000', meaning: 'the port that `serve` listens on' },
} as const

export type SettingName = keyof typeof settings
