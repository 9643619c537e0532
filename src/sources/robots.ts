/** RFC 9309, 2.5: at least 500 KiB must be read; the rest is ignored. */
const MAX_CHARS = 512_000;
/** A longer rule cannot match our paths, and matching stays cheap. */
const MAX_PATTERN_CHARS = 2048;

export interface RobotsRule {
  allow: boolean;
  pattern: string;
}

export interface RobotsGroup {
  agents: readonly string[];
  rules: readonly RobotsRule[];
  /** Seconds between requests that the site asks for (not part of the RFC, yet common). */
  crawlDelaySeconds: number | null;
}

export type RobotsRules = readonly RobotsGroup[];

interface OpenGroup {
  agents: string[];
  rules: RobotsRule[];
  crawlDelaySeconds: number | null;
  /** A user-agent line after a rule starts a new group. */
  closed: boolean;
}

function parseLine(line: string): { key: string; value: string } | null {
  const content = line.split('#', 1)[0] ?? '';
  const colon = content.indexOf(':');
  if (colon === -1) return null;
  return { key: content.slice(0, colon).trim().toLowerCase(), value: content.slice(colon + 1).trim() };
}

function startOrJoinGroup(groups: OpenGroup[], agent: string): void {
  const last = groups.at(-1);
  if (last && !last.closed) last.agents.push(agent.toLowerCase());
  else groups.push({ agents: [agent.toLowerCase()], rules: [], crawlDelaySeconds: null, closed: false });
}

function addToGroup(group: OpenGroup, key: string, value: string): void {
  if (key === 'allow' || key === 'disallow') {
    group.closed = true;
    // An empty Disallow forbids nothing, so it is not a rule.
    if (value !== '' && value.length <= MAX_PATTERN_CHARS) {
      group.rules.push({ allow: key === 'allow', pattern: normalisePath(value) });
    }
  } else if (key === 'crawl-delay') {
    group.closed = true;
    const seconds = Number(value);
    if (value !== '' && Number.isFinite(seconds) && seconds >= 0) group.crawlDelaySeconds = seconds;
  }
}

/** Parses robots.txt (RFC 9309). Unreadable lines are skipped. */
export function parseRobots(text: string): RobotsRules {
  const groups: OpenGroup[] = [];
  for (const line of text
    .slice(0, MAX_CHARS)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)) {
    const parsed = parseLine(line);
    if (!parsed) continue;
    if (parsed.key === 'user-agent') startOrJoinGroup(groups, parsed.value);
    else {
      const group = groups.at(-1);
      if (group) addToGroup(group, parsed.key, parsed.value);
    }
  }
  return groups.map(({ agents, rules, crawlDelaySeconds }) => ({ agents, rules, crawlDelaySeconds }));
}

/** Percent-encodes where required and upper-cases the escapes, so that both sides can be compared byte by byte. */
function normalisePath(path: string): string {
  return path
    .replace(/[^\x21-\x7e]+/gu, (run) => encodeURIComponent(run.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (triplet) => triplet.toUpperCase());
}

/** Greedy wildcard match with a single backtracking point: linear in practice, never exponential. */
function matchesPattern(path: string, pattern: string): boolean {
  const anchored = pattern.endsWith('$');
  const glob = anchored ? pattern.slice(0, -1) : `${pattern}*`;
  let at = 0;
  let from = 0;
  let star = -1;
  let starAt = 0;
  while (at < path.length) {
    if (glob[from] === '*') {
      star = from;
      starAt = at;
      from += 1;
      if (from === glob.length) return true;
    } else if (from < glob.length && glob[from] === path[at]) {
      from += 1;
      at += 1;
    } else if (star !== -1) {
      starAt += 1;
      at = starAt;
      from = star + 1;
    } else return false;
  }
  while (glob[from] === '*') from += 1;
  return from === glob.length;
}

function groupsFor(rules: RobotsRules, agent: string): RobotsRules {
  const product = agent.toLowerCase();
  const own = rules.filter((group) => group.agents.includes(product));
  return own.length > 0 ? own : rules.filter((group) => group.agents.includes('*'));
}

/**
 * Whether `agent` (the product token of our user agent) may fetch a path with its query. The longest matching
 * rule wins, and of two equally long the one that allows; /robots.txt itself is always allowed.
 */
export function isAllowedByRobots(rules: RobotsRules, agent: string, pathAndQuery: string): boolean {
  const path = normalisePath(pathAndQuery.startsWith('/') ? pathAndQuery : `/${pathAndQuery}`);
  if (path === '/robots.txt') return true;
  let best: RobotsRule | null = null;
  for (const rule of groupsFor(rules, agent).flatMap((group) => group.rules)) {
    if (!matchesPattern(path, rule.pattern)) continue;
    const longer = best === null || rule.pattern.length > best.pattern.length;
    if (longer || (best?.pattern.length === rule.pattern.length && rule.allow)) best = rule;
  }
  return best === null || best.allow;
}

/** The longest crawl delay that applies to `agent`, in milliseconds, or null. */
export function crawlDelayMs(rules: RobotsRules, agent: string): number | null {
  const delays = groupsFor(rules, agent).flatMap((group) => group.crawlDelaySeconds ?? []);
  return delays.length === 0 ? null : Math.max(...delays) * 1000;
}
