/** Sends requests to one version of the deployed Worker, whatever its share of the traffic is. */
export interface SiteClient {
  /** A version's id: the request goes to it if it belongs to the deployment; null: to whichever Cloudflare chooses. */
  fetch(path: string, options?: { versionId?: string | null; token?: string | null }): Promise<Response>;
}

export interface SiteSettings {
  /** Without a slash at the end. */
  url: string;
  workerName: string;
  timeoutMs: number;
}

/** The dictionary of RFC 8941 that Cloudflare reads: the Worker's name with the version as a string. */
export const overrideHeader = (workerName: string, versionId: string): Record<string, string> => ({
  'Cloudflare-Workers-Version-Overrides': `${workerName}="${versionId}"`,
});

export function createSiteClient({ url, workerName, timeoutMs }: SiteSettings): SiteClient {
  return {
    fetch: (path, { versionId = null, token = null } = {}) =>
      fetch(`${url}${path}`, {
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          'cache-control': 'no-cache',
          ...(versionId === null ? {} : overrideHeader(workerName, versionId)),
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
      }),
  };
}
