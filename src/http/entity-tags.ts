/** The next entity tag of a list, weak or strong (RFC 9110, 8.8.3); elements of a list may be empty. */
const NEXT = /[\t ,]*(?:W\/)?"([!\u0023-\u007e\u0080-\u00ff]*)"/y;

/**
 * Whether If-None-Match names the tag or is `*`: compared weakly (RFC 9110, 13.1.2). A list is read up to its first
 * fault.
 */
export function isKnownTag(header: string | null, tag: string): boolean {
  if (header === null) return false;
  if (header.trim() === '*') return true;
  NEXT.lastIndex = 0;
  for (let named = NEXT.exec(header); named !== null; named = NEXT.exec(header))
    if (named[1] === tag) return true;
  return false;
}
