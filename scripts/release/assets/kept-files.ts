import { z } from 'zod';

/** How long the files of a version stay after another one took its place: no tab is expected to be open for longer. */
export const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;
/** Cloudflare takes 20,000 files; the oldest releases are left out beyond this. */
const MOST_FILES = 5000;
/** Where the list is served. */
export const LIST_PATH = '/releases.json';
/** Named after their content, so that files of several releases do not get in each other's way. */
export const FILES_FOLDER = '/assets/';

const FileSchema = z.object({ path: z.string(), sha256: z.string(), bytes: z.int() });
const ReleaseSchema = z.object({
  commit: z.string(),
  /** When another release took its place, in milliseconds since the epoch; null: it is the current one. */
  superseded_at: z.number().nullable(),
  files: z.array(FileSchema),
});
/** What a site says of itself: its pages, and the files of its own and earlier releases. */
export const SiteListSchema = z.object({
  version: z.literal(1),
  pages: z.array(FileSchema),
  releases: z.array(ReleaseSchema),
});

export type ListedFile = z.infer<typeof FileSchema>;
export type Release = z.infer<typeof ReleaseSchema>;
export type SiteList = z.infer<typeof SiteListSchema>;

/** HTML is asked for anew with every visit; all else that is named after its content is kept. */
export const isPage = (path: string): boolean => path.endsWith('.html');
export const isKeptFile = (path: string): boolean => path.startsWith(FILES_FOLDER);

/** The releases of a site together with a new one: the newest first, without those that are too old. */
export function mergeReleases(before: readonly Release[], next: Release, now: number): Release[] {
  const rest = before
    .filter(({ commit }) => commit !== next.commit)
    .map((release) => ({ ...release, superseded_at: release.superseded_at ?? now }))
    .filter(({ superseded_at }) => now - superseded_at < KEPT_DAYS * DAY_MS)
    .toSorted((a, b) => b.superseded_at - a.superseded_at);
  const kept: Release[] = [next];
  let files = next.files.length;
  for (const release of rest) {
    files += release.files.length;
    if (files > MOST_FILES) break;
    kept.push(release);
  }
  return kept;
}

/** The files of earlier releases that a build does not have, each once. */
export function filesToFetch(releases: readonly Release[], built: ReadonlySet<string>): ListedFile[] {
  const wanted = new Map<string, ListedFile>();
  for (const file of releases.flatMap((release) => release.files))
    if (isKeptFile(file.path) && !built.has(file.path)) wanted.set(file.path, file);
  return [...wanted.values()];
}

/** Whether two sites have the same pages, so that a tab cannot tell which of them it was loaded from. */
export function samePages(a: readonly ListedFile[], b: readonly ListedFile[]): boolean {
  const keys = (files: readonly ListedFile[]) =>
    files.map(({ path, sha256 }) => `${path} ${sha256}`).toSorted();
  return JSON.stringify(keys(a)) === JSON.stringify(keys(b));
}
