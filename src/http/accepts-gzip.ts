/** A coding of Accept-Encoding and its weight (RFC 9110, 12.5.3). */
const CODING = /^\s*([!#$%&'*+.^_`|~\w-]+)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?$/i;

/** The weight of each coding that a header names, in lower case. What is malformed counts as not named. */
function weights(header: string): Map<string, number> {
  const named = new Map<string, number>();
  for (const part of header.split(',')) {
    const [, coding, weight = '1'] = CODING.exec(part) ?? [];
    if (coding !== undefined) named.set(coding.toLowerCase(), Number(weight));
  }
  return named;
}

/** Whether a header names gzip, or any coding, with a weight above zero and not below that of no coding at all. */
export function namesGzip(header: string): boolean {
  const named = weights(header);
  const gzip = named.get('gzip') ?? named.get('x-gzip') ?? named.get('*') ?? 0;
  return gzip > 0 && gzip >= (named.get('identity') ?? 0);
}

interface AtTheEdge {
  cf?: unknown;
}

const clientsOwn = (cf: unknown): unknown =>
  typeof cf === 'object' && cf !== null && 'clientAcceptEncoding' in cf ? cf.clientAcceptEncoding : null;

/**
 * Whether the client accepts a gzip stream; one that sends no header gets none. Cloudflare replaces the header on its way
 * to the Worker and tells the client's own in `cf`.
 */
export function acceptsGzip({ headers, cf }: Pick<Request, 'headers'> & AtTheEdge): boolean {
  const own = clientsOwn(cf);
  return namesGzip(typeof own === 'string' ? own : (headers.get('accept-encoding') ?? ''));
}
