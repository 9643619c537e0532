import { songText } from '../text/song.ts';

/** A link that is safe to follow, and the host it leads to. */
export interface SourceLink {
  href: string;
  /** A known site by its name, another by its host: without www, non-ASCII names in punycode. */
  site: string;
}

const SITES: ReadonlyMap<string, string> = new Map(Object.entries(songText.sites));

/** Reads an address from outside; null for one that is no http or https address: such text is never made a link. */
export function readSourceLink(address: string | null): SourceLink | null {
  const url = address === null ? null : URL.parse(address);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  const { hostname, href } = url;
  const host = hostname.replace(/^www\./, '');
  return { href, site: SITES.get(host) ?? host };
}
