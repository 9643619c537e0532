/** One HTTP request as a source sends it; the timeout covers the whole answer, redirects and body included. */
export interface FetchRequest {
  url: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  timeoutMs?: number;
  maxBytes?: number;
}

/** What came back: `url` is the address after redirects, `truncated` says that the body went past `maxBytes`. */
export interface FetchedPage {
  status: number;
  headers: Headers;
  url: string;
  body: Uint8Array;
  truncated: boolean;
}

/** The port through which every source reaches the network. Failures are thrown as `SourceError`. */
export interface Fetcher {
  fetch(request: FetchRequest): Promise<FetchedPage>;
}
