import type { ComponentType } from 'preact';
import type { Health } from '../api/types.ts';
import type { Loaded } from '../api/use-json.ts';
import type { Place } from '../router/history.ts';
import { matchPath, type PathParams } from '../router/match-path.ts';
import { SearchPage } from '../search/search-page.tsx';
import { SongPage } from '../song/song-page.tsx';
import { LostPage } from './lost-page.tsx';

export interface PageProps {
  place: Place;
  params: PathParams;
  health: Loaded<Health>;
}

interface Page {
  pattern: string;
  component: ComponentType<PageProps>;
}

const PAGES: readonly Page[] = [
  { pattern: '/', component: SearchPage },
  { pattern: '/app/tracks/:id', component: SongPage },
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
