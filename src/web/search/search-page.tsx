import '../styles/search.css';
import '../styles/hits.css';
import { useEffect } from 'preact/hooks';
import { PageHeading } from '../shell/page-heading.tsx';
import type { PageProps } from '../shell/pages.ts';
import { TasteBar } from '../taste/taste-bar.tsx';
import { searchText } from '../text/search.ts';
import { Browse } from './browse.tsx';
import { heldFilters, parseSearchState, type SearchState } from './query-state.ts';
import { Results } from './results.tsx';
import { SearchForm } from './search-form.tsx';
import { Welcome } from './welcome.tsx';

type Showing = 'welcome' | 'browse' | 'results';

function showingOf(state: SearchState): Showing {
  if (state.q !== '') return 'results';
  return heldFilters(state).length > 0 ? 'browse' : 'welcome';
}

function headingOf(state: SearchState, showing: Showing): { title: string; text: string } {
  if (showing === 'results') return { title: state.q, text: searchText.found(state.q) };
  if (showing === 'browse') return { title: searchText.browse.title, text: searchText.browse.heading };
  return { title: '', text: searchText.heading };
}

/** Asks for songs, and lists those that answer or that pass the filters. */
export function SearchPage({ place, health }: PageProps) {
  const state = parseSearchState(place.search);
  const showing = showingOf(state);
  const { title, text } = headingOf(state, showing);
  const isWelcome = showing === 'welcome';
  useEffect(() => {
    if (place.hash === '#q') document.getElementById('q')?.focus();
  }, [place]);
  return (
    <div class={isWelcome ? 'column search search-empty' : 'column search'}>
      <PageHeading title={title} class={isWelcome ? 'search-heading' : 'unseen'}>
        {text}
      </PageHeading>
      <SearchForm state={state} hideLabel={!isWelcome} />
      <TasteBar />
      {isWelcome && <Welcome health={health} />}
      {showing === 'browse' && <Browse state={state} arrival={place.arrival} />}
      {showing === 'results' && <Results state={state} arrival={place.arrival} />}
    </div>
  );
}
