/** Everything that an actor can be allowed, by resource and verb, with what it opens. */
export const SCOPES = {
  'tracks:read': 'Songs, artists, search, rhymes, recommendations, runs, and what is told about the models',
  'lyrics:read': 'Full lyrics where they are not public',
  'exports:read': 'The catalogue as a dataset',
  'analyze:run': 'Analysis of a text that the caller sends',
  'generate:run': 'Writing verses and lines, and rewriting in another style',
  'batches:read': 'The state and the results of a batch whose id is known',
  'batches:write': 'Sending and cancelling batches',
  'ingest:write': 'Watching artists',
  'catalogue:write': 'Storing the songs of files; enriching and indexing songs',
  'takedowns:write': 'Removing songs and artists for good, and lifting that',
  'operations:read': 'Metrics, dead letters, takedowns, and the configuration without its secrets',
  'operations:write': 'Sending work again, and probing upstreams',
  'audit:read': 'Who wrote what and when',
  'backups:admin': 'Listing, making and fetching backups, which hold all that is stored',
  'keys:admin': 'Creating, listing, rotating and revoking keys',
} as const;

export type Scope = keyof typeof SCOPES;

/** Object.keys of the table above. */
export const SCOPE_NAMES = Object.keys(SCOPES) as Scope[];

export const isScope = (name: string): name is Scope => Object.hasOwn(SCOPES, name);

const READER: readonly Scope[] = ['tracks:read', 'lyrics:read', 'exports:read', 'batches:read'];
const ANALYST: readonly Scope[] = [...READER, 'analyze:run', 'generate:run', 'batches:write'];
const OPERATOR: readonly Scope[] = [
  ...ANALYST,
  'ingest:write',
  'catalogue:write',
  'takedowns:write',
  'operations:read',
  'operations:write',
];

export const ROLES = ['reader', 'analyst', 'operator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What a key of each role may do. */
export const ROLE_SCOPES: Readonly<Record<Role, readonly Scope[]>> = {
  reader: READER,
  analyst: ANALYST,
  operator: OPERATOR,
  admin: SCOPE_NAMES,
};

/** What `ANONYMOUS_SCOPES` may give to callers without a key; whether lyrics are public is a setting of its own. */
export const ANONYMOUS_CHOICES = [
  'tracks:read',
  'exports:read',
  'analyze:run',
  'generate:run',
  'batches:read',
  'batches:write',
] as const satisfies readonly Scope[];

/** What callers without a key may do if `ANONYMOUS_SCOPES` is not set, by environment. */
export const DEFAULT_ANONYMOUS_SCOPES = {
  local: ANONYMOUS_CHOICES,
  staging: ['tracks:read'],
  production: ['tracks:read'],
} as const satisfies Record<string, readonly Scope[]>;
