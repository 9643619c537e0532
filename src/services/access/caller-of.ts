import type { Actor } from '../../context.ts';

/** Where no platform says where a request comes from, all who ask are one caller. */
const LOCAL = 'local';
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const IPV4_IN_IPV6 = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;
const GROUP = /^[0-9a-f]{1,4}$/i;
const GROUPS = 8;
/** A subscriber has a /64 at least, all of its addresses his own. */
const NETWORK_GROUPS = 4;

/** The groups of an IPv6 address, `::` filled in; null for what is none. */
function groupsOf(address: string): string[] | null {
  const halves = address.split('::');
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = GROUPS - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  return groups.every((group) => GROUP.test(group)) ? groups : null;
}

/**
 * The caller behind an address as Cloudflare gives it (CF-Connecting-IP): an IPv4 address, or the /64 of an IPv6
 * address. Headers that a caller can set himself, such as X-Forwarded-For, are never asked.
 */
export function callerAt(address: string | undefined): string {
  if (address === undefined) return LOCAL;
  const v4 = IPV4_IN_IPV6.exec(address)?.[1] ?? address;
  if (IPV4.test(v4)) return v4;
  const network = groupsOf(address)?.slice(0, NETWORK_GROUPS);
  if (network === undefined) return LOCAL;
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** Whose limits and budgets a request counts against; null for those who have none. */
export function callerOf(actor: Actor): string | null {
  return actor.type === 'anonymous' ? actor.caller : null;
}
