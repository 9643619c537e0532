import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import {
  filesToFetch,
  isKeptFile,
  isPage,
  LIST_PATH,
  type ListedFile,
  mergeReleases,
  type SiteList,
  SiteListSchema,
} from './kept-files.ts';

/** Reads a file of the deployed version; null: it has none there. Rejects if the site does not answer. */
export type FetchFile = (path: string) => Promise<Uint8Array | null>;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The files of a folder, by their path from it with a slash in front. */
async function listFolder(folder: string): Promise<ListedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return await Promise.all(
    files.toSorted().map(async (file) => {
      const bytes = await readFile(file);
      const path = `/${relative(folder, file).split(sep).join('/')}`;
      return { path, sha256: sha256(bytes), bytes: bytes.length };
    }),
  );
}

/** Cloudflare serves `/docs/index.html` as `/docs/`, and sends whoever asks for the former there. */
export const addressOf = (path: string): string =>
  path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : path;

export interface DeployedSite {
  list: SiteList | null;
  /** The HTML that is served, by path. */
  pages: ReadonlyMap<string, Uint8Array>;
}

/** What the deployed version serves: its list, if it was released with one, and its pages. */
export async function readDeployedSite(
  fetchFile: FetchFile,
  pagePaths: readonly string[],
): Promise<DeployedSite> {
  const bytes = await fetchFile(LIST_PATH);
  const list = bytes === null ? null : readList(bytes);
  const paths = new Set([...pagePaths, ...(list?.pages.map(({ path }) => path) ?? [])]);
  const pages = new Map<string, Uint8Array>();
  for (const path of paths) {
    const page = await fetchFile(addressOf(path));
    if (page !== null) pages.set(path, page);
  }
  for (const { path, sha256: wanted } of list?.pages ?? []) {
    const page = pages.get(path);
    if (page === undefined || sha256(page) !== wanted)
      throw new Error(`${path} is not served as it was uploaded: something between changes the pages.`);
  }
  return { list, pages };
}

function readList(bytes: Uint8Array): SiteList | null {
  try {
    return SiteListSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    // A single-page site may answer any address with a page.
    return null;
  }
}

export interface SiteOptions {
  /** Of the build. */
  folder: string;
  /** Emptied and filled. */
  target: string;
  commit: string;
  now: number;
  deployed: DeployedSite;
  fetchFile: FetchFile;
}

export const pagesOf = async (folder: string): Promise<ListedFile[]> =>
  (await listFolder(folder)).filter(({ path }) => isPage(path));

/**
 * Fills a folder with what is uploaded: the build, the files of earlier releases that open tabs may ask for, and for a
 * bridge the deployed pages in the place of the build's. Each fetched file is checked against its listed hash.
 */
export async function assembleSite(options: SiteOptions & { isBridge: boolean }): Promise<SiteList> {
  const { folder, target, commit, now, deployed, fetchFile, isBridge } = options;
  await rm(target, { recursive: true, force: true });
  await cp(folder, target, { recursive: true });
  const built = await listFolder(folder);
  const own = built.filter(({ path }) => isKeptFile(path));
  const releases = mergeReleases(
    deployed.list?.releases ?? [],
    { commit, superseded_at: null, files: own },
    now,
  );
  for (const file of filesToFetch(releases, new Set(built.map(({ path }) => path)))) {
    const bytes = await fetchFile(file.path);
    if (bytes === null || sha256(bytes) !== file.sha256)
      throw new Error(`${file.path} of an earlier release is not served as it was uploaded.`);
    await put(target, file.path, bytes);
  }
  if (isBridge) for (const [path, bytes] of deployed.pages) await put(target, path, bytes);
  const list: SiteList = { version: 1, pages: await pagesOf(target), releases };
  await put(target, LIST_PATH, new TextEncoder().encode(JSON.stringify(list)));
  return list;
}

async function put(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const file = join(folder, path);
  if (relative(folder, file).startsWith('..')) throw new Error(`${path} lies outside of the site.`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

/** Pages that were fetched, listed as those of a folder are. */
export const listPages = (pages: ReadonlyMap<string, Uint8Array>): ListedFile[] =>
  Array.from(pages, ([path, bytes]) => ({ path, sha256: sha256(bytes), bytes: bytes.length }));
