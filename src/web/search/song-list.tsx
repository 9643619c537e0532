import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { searchText } from '../text/search.ts';
import { useSongListKeys } from './song-list-keys.ts';
import type { Found, ListPage } from './use-pages.ts';

const { results } = searchText;

interface SongListProps {
  found: Found<ListPage>;
  more: () => void;
  children: ComponentChildren;
}

/**
 * Songs of a list with the button for more of them. Who asked for more is taken to the first of the new ones, also by
 * `j` past the last.
 */
export function SongList({ found: { answer, loading, firstNew }, more, children }: SongListProps) {
  const list = useRef<HTMLOListElement>(null);
  useSongListKeys(list, more);
  useLayoutEffect(() => {
    if (firstNew === null) return;
    list.current?.children[firstNew]?.querySelector<HTMLElement>('.hit-title a')?.focus();
  }, [firstNew]);
  const isMore = answer !== null && answer.next_cursor !== null;
  return (
    <>
      <ol ref={list} class={loading ? 'hits hits-stale' : 'hits'}>
        {children}
      </ol>
      {isMore && (
        <Button isWide onClick={more} isBusy={loading}>
          {loading ? results.loading : results.more}
        </Button>
      )}
    </>
  );
}
