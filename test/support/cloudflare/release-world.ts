import type {
  DeploymentFact,
  PendingMigration,
  Share,
  VersionFact,
} from '../../../scripts/release/decide/situation.ts';
import type { Observed, ReleaseIo } from '../../../scripts/release/run-release.ts';

/** Which pages a version serves, and of which pages it has the files. */
interface Content {
  pages: string;
  files: ReadonlySet<string>;
}

export interface WorldOptions {
  commit: string;
  pagesDiffer: boolean;
  /** The first characters of the ids of later versions. */
  lanes: readonly string[];
  pendingMigrations?: readonly PendingMigration[];
}

const OLD = 'old';

/** Cloudflare, the database and the site as a release sees them, without any I/O. */
export class ReleaseWorld {
  readonly versions: VersionFact[] = [{ id: '0-old', tag: OLD }];
  readonly deployments: DeploymentFact[] = [
    { id: 'd0', createdAt: 0, message: 'by hand', shares: [{ versionId: '0-old', percentage: 100 }] },
  ];
  readonly probed = new Set<string>();
  readonly watched = new Set<string>();
  readonly said: string[] = [];
  triggersOf: string | null = null;
  pending: readonly PendingMigration[];
  now = 1_000_000;
  /** Pages that open tabs may have been loaded from. */
  readonly openPages = new Set([OLD]);
  private readonly contents = new Map<string, Content>([['0-old', { pages: OLD, files: new Set([OLD]) }]]);

  readonly options: WorldOptions;

  constructor(options: WorldOptions) {
    this.options = options;
    this.pending = options.pendingMigrations ?? [];
  }

  get serving(): readonly Share[] {
    return this.deployments[0]?.shares ?? [];
  }

  contentOf(versionId: string): Content {
    const content = this.contents.get(versionId);
    if (content === undefined) throw new Error(`There is no version ${versionId}.`);
    return content;
  }

  observed(): Observed {
    const { commit, pagesDiffer } = this.options;
    return {
      commit,
      exists: true,
      versions: [...this.versions],
      deployments: this.deployments.slice(0, 10),
      pendingMigrations: this.pending,
      missingSecrets: [],
      pagesDiffer: pagesDiffer && this.contentOf(this.serving[0]?.versionId ?? '').pages !== commit,
      now: this.now,
    };
  }

  upload(tag: string, isBridge: boolean): void {
    const { commit, pagesDiffer, lanes } = this.options;
    const lane = lanes[(this.versions.length - 1) % lanes.length] ?? 'f';
    const id = `${lane}-${this.versions.length}`;
    const pages = pagesDiffer && !isBridge ? commit : OLD;
    this.contents.set(id, { pages, files: new Set(pagesDiffer ? [OLD, commit] : [OLD]) });
    this.versions.unshift({ id, tag });
  }

  shift(shares: readonly Share[], message: string): void {
    this.now += 1000;
    this.deployments.unshift({ id: `d${this.deployments.length}`, createdAt: this.now, message, shares });
    for (const { versionId, percentage } of shares)
      if (percentage > 0) this.openPages.add(this.contentOf(versionId).pages);
  }
}

/** What a test does with a call of the release, before and after its effect. */
export interface Around {
  before(call: string): Promise<void>;
  after(call: string): Promise<void>;
  /** Why the gate of a version fails; null: it passes. */
  gate(versionId: string, percentage: number): string | null;
}

/** A release's view of the world, with a test around each of its calls. */
export function worldIo(world: ReleaseWorld, around: Around): ReleaseIo {
  const call = async <T>(name: string, effect: () => T): Promise<T> => {
    await around.before(name);
    const result = effect();
    await around.after(name);
    return result;
  };
  return {
    observe: () => call('observe', () => world.observed()),
    migrate: () =>
      call('migrate', () => {
        world.pending = [];
      }),
    create: () => Promise.reject(new Error('The Worker exists.')),
    upload: (tag, isBridge) => call('upload', () => world.upload(tag, isBridge)),
    shift: (shares, message) => call('shift', () => world.shift(shares, message)),
    probe: (versionId) =>
      call('probe', () => {
        const why = around.gate(versionId, 0);
        if (why === null) world.probed.add(versionId);
        return why;
      }),
    watch: ({ versionId, percentage }) =>
      call('watch', () => {
        const why = around.gate(versionId, percentage);
        if (why === null) world.watched.add(`${versionId}@${percentage}`);
        return why;
      }),
    setTriggers: () =>
      call('triggers', () => {
        world.triggersOf = world.serving[0]?.versionId ?? null;
      }),
    say: (line) => void world.said.push(line),
    sleep: async (ms) => {
      world.now += ms;
    },
  };
}
