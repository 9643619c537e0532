import type { ComponentType } from 'preact';
import { PAGE_PATHS } from '../../lib/page-paths.ts';
import type { Place } from '../router/history.ts';
import { matchPath, type PathParams } from '../router/match-path.ts';
import { SearchPage } from '../search/search-page.tsx';
import { SongPage } from '../song/song-page.tsx';
import { LostPage } from './lost-page.tsx';
import type { HealthState } from './use-health.ts';

export interface PageProps {
  place: Place;
  params: PathParams;
  health: HealthState;
}

interface Page {
  pattern: string;
  component: ComponentType<PageProps>;
}

const PAGES: readonly Page[] = [
  { pattern: PAGE_PATHS.search, component: SearchPage },
  { pattern: PAGE_PATHS.song, component: SongPage },
];

export interface FoundPage {
  pattern: string;
  component: ComponentType<PageProps>;
  params: PathParams;
}

/** The page of a path; one that says so where there is none. */
export function findPage(path: string): FoundPage {
  for (const page of PAGES) {
    const params = matchPath(page.pattern, path);
    if (params !== null) return { ...page, params };
  }
  return { pattern: '', component: LostPage, params: {} };
}

/** Whether a link is shown by this page itself rather than asked of the server. */
export const isPage = (path: string): boolean => path === '/' || path.startsWith('/app/');
