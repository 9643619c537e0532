import '../styles/search.css';
import '../styles/hits.css';
import { useEffect } from 'preact/hooks';
import { PageHeading } from '../shell/page-heading.tsx';
import type { PageProps } from '../shell/pages.ts';
import { parseSearchState } from './query-state.ts';
import { Results } from './results.tsx';
import { SearchForm } from './search-form.tsx';
import { Welcome } from './welcome.tsx';

export function SearchPage({ place, health }: PageProps) {
  const state = parseSearchState(place.search);
  const asked = state.q !== '';
  useEffect(() => {
    if (place.hash === '#q') document.getElementById('q')?.focus();
  }, [place]);
  return (
    <div class={asked ? 'column search' : 'column search search-empty'}>
      <PageHeading title={state.q} class={asked ? 'unseen' : 'search-heading'}>
        {asked ? `Songs for “${state.q}”` : 'Ask what rap has said.'}
      </PageHeading>
      <SearchForm state={state} hideLabel={asked} />
      {asked ? <Results state={state} arrival={place.arrival} /> : <Welcome health={health} />}
    </div>
  );
}
