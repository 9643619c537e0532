import type { Actor } from '../../context.ts';

/** Used when no platform header gives the client address: all such requests count as one caller. */
const LOCAL = 'local';
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const IPV4_IN_IPV6 = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;
const GROUP = /^[0-9a-f]{1,4}$/i;
const GROUPS = 8;
/** A subscriber usually has at least a /64, so all addresses of a /64 count as one caller. */
const NETWORK_GROUPS = 4;

/** The groups of an IPv6 address with `::` expanded; null if the text is not an IPv6 address. */
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
 * The caller behind an address given by Cloudflare (CF-Connecting-IP): an IPv4 address, or the /64 of an IPv6 address.
 * Headers that a client can set itself, such as X-Forwarded-For, are never read.
 */
export function callerAt(address: string | undefined): string {
  if (address === undefined) return LOCAL;
  const v4 = IPV4_IN_IPV6.exec(address)?.[1] ?? address;
  if (IPV4.test(v4)) return v4;
  const network = groupsOf(address)?.slice(0, NETWORK_GROUPS);
  if (network === undefined) return LOCAL;
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** The actor as rows and logs name it: without an address. */
export function actorName(actor: Actor): string {
  switch (actor.type) {
    case 'key':
      return `key:${actor.id}`;
    case 'system':
      return `system:${actor.job}`;
    default:
      return actor.type;
  }
}

/**
 * The caller whose limits, budgets and idempotency keys a request counts against: an address, or `key:` and the id of
 * the first key of its line. Null for our own jobs and the command line, which have no limits.
 */
export function callerOf(actor: Actor): string | null {
  switch (actor.type) {
    case 'anonymous':
      return actor.address;
    case 'key':
      return `key:${actor.caller}`;
    default:
      return null;
  }
}
