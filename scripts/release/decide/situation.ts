/** What a release knows before each of its steps. All of it is read anew from Cloudflare, except what this run has done. */
export interface Situation {
  /** The commit that is to be released. */
  commit: string;
  /** Whether the Worker exists at Cloudflare. */
  exists: boolean;
  /** Newest first. */
  versions: readonly VersionFact[];
  /** Newest first; the first one serves the traffic. */
  deployments: readonly DeploymentFact[];
  pendingMigrations: readonly PendingMigration[];
  /** Secrets that the Worker needs and does not have. */
  missingSecrets: readonly string[];
  /** Whether the pages (HTML) of this commit are others than the ones that are served. */
  pagesDiffer: boolean;
  /** Milliseconds since the epoch. */
  now: number;
  run: RunFacts;
}

export interface VersionFact {
  id: string;
  /** `<commit>`, `<commit>-bridge`, or of another origin. */
  tag: string | null;
}

export interface Share {
  versionId: string;
  /** Of the requests, from 0 to 100. */
  percentage: number;
}

export interface DeploymentFact {
  id: string;
  createdAt: number;
  /** As `deploymentMessage` writes it, or of another origin. */
  message: string;
  shares: readonly Share[];
}

export interface PendingMigration {
  name: string;
  /** Why it may not run while a version serves requests; empty: it may. */
  unsafe: readonly string[];
}

/** What this run has seen and done; gone when it is killed. */
export interface RunFacts {
  /** Names the run in the messages of its deployments. */
  id: string;
  /** The newest deployment when the run began; null: there was none. */
  firstSeen: string | null;
  /** Gates that passed, as `gateKey` names them. */
  passed: ReadonlySet<string>;
  /** The gate that failed. */
  failed: { versionId: string; why: string } | null;
  areTriggersSet: boolean;
  areMigrationsApplied: boolean;
  settings: RunSettings;
}

export interface RunSettings {
  /** Continue a release that another run began and that may still be under way. */
  resume: boolean;
  /** Release a commit that was rolled back before. */
  again: boolean;
  /** How long each share of the traffic is watched. */
  stageMs: number;
}

export const gateKey = (versionId: string, percentage: number): string => `${versionId}@${percentage}`;
