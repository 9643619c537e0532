/** One HTTP request of a source; the timeout covers the whole answer, including redirects and body. */
export interface FetchRequest {
  url: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  timeoutMs?: number;
  maxBytes?: number;
}

/** The answer: `url` is the address after redirects, `truncated` means that the body exceeded `maxBytes`. */
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
