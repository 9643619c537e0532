const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const realFetch = globalThis.fetch;

/** Vitest setup file: a test that connects to the internet fails and names the address. */
globalThis.fetch = (input: RequestInfo | URL, init?: RequestInit) => {
  const { hostname, origin } = new URL(input instanceof Request ? input.url : input);
  if (LOOPBACK.has(hostname)) return realFetch(input, init);
  return Promise.reject(new TypeError(`Tests stay on this machine: ${origin} was asked for.`));
};
