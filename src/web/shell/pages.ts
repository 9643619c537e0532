import type { ComponentType } from 'preact';
import { PAGE_PATHS } from '../../lib/page-paths.ts';
import type { Place } from '../router/history.ts';
import { matchPath, type PathParams } from '../router/match-path.ts';
import { shellText } from '../text/shell.ts';
import type { HealthState } from './use-health.ts';

export interface PageProps {
  place: Place;
  params: PathParams;
  health: HealthState;
}

export type LoadPage = () => Promise<ComponentType<PageProps>>;

interface Page {
  /** Its addresses; the navigation leads to the first. The Worker answers all of `PAGE_PATHS` with the page. */
  patterns: readonly [string, ...string[]];
  /** Loads the view, which is a chunk of its own. */
  load: LoadPage;
  /** Its word in the navigation, in the order of this table; the first four stand in the bar of a phone. */
  nav?: string;
  /** Whether the navigation shows it only to who has given a key. */
  needsKey?: boolean;
}

const { nav } = shellText;

/** All views. To add one: its addresses in `PAGE_PATHS`, its texts in `text/`, and a row here. */
const PAGES: readonly Page[] = [
  {
    patterns: [PAGE_PATHS.search],
    load: async () => (await import('../search/search-page.tsx')).SearchPage,
    nav: nav.search,
  },
  {
    patterns: [PAGE_PATHS.read],
    load: async () => (await import('../read/read-page.tsx')).ReadPage,
    nav: nav.read,
  },
  {
    patterns: [PAGE_PATHS.song],
    load: async () => (await import('../song/song-page.tsx')).SongPage,
  },
  {
    patterns: [PAGE_PATHS.write],
    load: async () => (await import('../write/write-page.tsx')).WritePage,
    nav: nav.write,
  },
  {
    patterns: [PAGE_PATHS.trends, PAGE_PATHS.words, PAGE_PATHS.map, PAGE_PATHS.compare, PAGE_PATHS.explore],
    load: async () => (await import('../explore/explore-page.tsx')).ExplorePage,
    nav: nav.explore,
  },
  {
    patterns: [PAGE_PATHS.batch],
    load: async () => (await import('../batch/batch-page.tsx')).BatchPage,
    nav: nav.batch,
  },
  {
    patterns: [PAGE_PATHS.operate],
    load: async () => (await import('../operate/operate-page.tsx')).OperatePage,
    nav: nav.operate,
    needsKey: true,
  },
  {
    patterns: [PAGE_PATHS.artists],
    load: async () => (await import('../artist/artists-page.tsx')).ArtistsPage,
  },
  {
    patterns: [PAGE_PATHS.artist],
    load: async () => (await import('../artist/artist-page.tsx')).ArtistPage,
  },
  {
    patterns: [PAGE_PATHS.recommendations],
    load: async () => (await import('../taste/recommendations-page.tsx')).RecommendationsPage,
  },
];

export interface FoundPage {
  load: LoadPage;
  params: PathParams;
}

function matchPage({ patterns }: Page, path: string): PathParams | null {
  for (const pattern of patterns) {
    const params = matchPath(pattern, path);
    if (params !== null) return params;
  }
  return null;
}

/** The page of a path, or null. */
export function findPage(path: string): FoundPage | null {
  for (const page of PAGES) {
    const params = matchPage(page, path);
    if (params !== null) return { load: page.load, params };
  }
  return null;
}

export interface NavLink {
  href: string;
  label: string;
  isCurrent: boolean;
  /** Null for an address outside the page. */
  load: LoadPage | null;
}

/** The words of the navigation, seen from a path. */
export function navLinks(path: string, hasKey: boolean): NavLink[] {
  const links = PAGES.filter((page) => page.nav !== undefined && (hasKey || !page.needsKey)).map((page) => ({
    href: page.patterns[0],
    label: page.nav ?? '',
    isCurrent: matchPage(page, path) !== null,
    load: page.load,
  }));
  return [...links, { href: '/docs', label: nav.api, isCurrent: false, load: null }];
}

/** The view that the first word of an unknown address names, as `/write` and `/explore/nowhere` do; null for none. */
export function meantView(path: string): Pick<NavLink, 'href' | 'label'> | null {
  const word = path
    .toLowerCase()
    .split('/')
    .find((part) => part !== '' && part !== 'app');
  if (word === undefined) return null;
  for (const { nav: label, patterns } of PAGES) {
    if (label !== undefined && patterns[0].split('/')[2] === word) return { href: patterns[0], label };
  }
  return null;
}

/** Whether a link is shown by this page itself rather than asked of the server. */
export const isPage = (path: string): boolean => path === '/' || path.startsWith('/app/');
