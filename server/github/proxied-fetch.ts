import type { Fetch } from './client.ts'

/** As the environment names them; null where it does not. */
export interface ProxySettings {
  httpsProxy: string | null
  httpProxy: string | null
  /** Hosts that are asked directly: names, `.example.com`, `*`. */
  noProxy: string | null
}

/**
 * A `fetch` that goes through the proxy that is set for an address, by CONNECT, so that the proxy reads nothing of TLS.
 * undici is loaded with the first request: without a proxy nobody waits for it.
 */
export function createProxiedFetch({ httpsProxy, httpProxy, noProxy }: ProxySettings): Fetch {
  let loading: Promise<Fetch> | undefined

  async function load(): Promise<Fetch> {
    const { EnvHttpProxyAgent, fetch: fetchBy } = await import('undici')
    const dispatcher = new EnvHttpProxyAgent({
      // An empty text keeps undici from looking into the environment itself.
      httpsProxy: httpsProxy ?? '',
      httpProxy: httpProxy ?? '',
      noProxy: noProxy ?? '',
      proxyTunnel: true,
    })
    return ((input: string, init: object) => fetchBy(input, { ...init, dispatcher })) as Fetch
  }

  return async (input, init) => {
    loading ??= load()
    return await (
      await loading
    )(input, init)
  }
}
