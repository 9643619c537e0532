import { randomUUID } from 'node:crypto';
import type { Account, StoredAsset } from './account.ts';
import { ApiFault } from './api-error.ts';

const LARGEST_BYTES = 25 * 1024 * 1024;

export type Manifest = Record<string, { hash: string; size: number }>;

const jwtOf = (session: string): string =>
  `fake.${Buffer.from(JSON.stringify({ session })).toString('base64url')}.signature`;
const sessionOf = (jwt: string): string =>
  JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()).session;

/** Sessions in which the files of a version are uploaded: only those that the account does not have yet. */
export class AssetUploads {
  private readonly account: Account;
  private readonly sessions = new Map<string, Manifest>();

  constructor(account: Account) {
    this.account = account;
  }

  open(manifest: Manifest): { jwt: string; buckets: string[][] } {
    for (const [path, { size }] of Object.entries(manifest))
      if (size > LARGEST_BYTES) throw new ApiFault(413, 10_021, `The asset ${path} is larger than 25 MiB.`);
    const session = randomUUID();
    this.sessions.set(session, manifest);
    const missing = new Set(
      Object.values(manifest)
        .map(({ hash }) => hash)
        .filter((hash) => !this.account.files.has(hash)),
    );
    return { jwt: jwtOf(session), buckets: missing.size === 0 ? [] : [[...missing]] };
  }

  async store(form: FormData): Promise<{ jwt: string }> {
    for (const [hash, file] of form) {
      if (typeof file === 'string') continue;
      this.account.files.set(hash, { body: Buffer.from(await file.text(), 'base64'), type: file.type });
    }
    return { jwt: jwtOf([...this.sessions.keys()].at(-1) ?? '') };
  }

  filesOf(jwt: string | undefined): ReadonlyMap<string, StoredAsset> {
    if (jwt === undefined) return new Map();
    const manifest = this.sessions.get(sessionOf(jwt));
    if (manifest === undefined) throw new ApiFault(400, 10_220, 'The assets of this token do not exist.');
    return new Map(
      Object.entries(manifest).map(([path, { hash }]) => {
        const file = this.account.files.get(hash);
        if (file === undefined) throw new ApiFault(400, 10_220, `The asset ${path} was not uploaded.`);
        return [path, file];
      }),
    );
  }
}
