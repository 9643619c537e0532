import { useState } from 'preact/hooks';
import { getJson } from '../../api/get-json.ts';
import type { Artist } from '../../api/types.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Button } from '../../parts/button.tsx';
import { navigate } from '../../router/history.ts';
import { Failure } from '../../shell/failure.tsx';
import { artistsText } from '../../text/explore-artists.ts';
import { type NamedArtist, useArtistNames } from '../use-artist-names.ts';
import { artistsHref, MOST_ARTISTS } from './artists-state.ts';

/** Adds an artist by name: one of those that are offered, or the first that the typed name finds. */
export function ArtistChoice({ ids, artists }: { ids: readonly number[]; artists: readonly Artist[] }) {
  const [name, setName] = useState('');
  const [unknown, setUnknown] = useState<string | null>(null);
  const offered = useArtistNames(name);
  const isFull = ids.length >= MOST_ARTISTS;
  const add = () => {
    const wanted = name.trim();
    if (wanted === '' || isFull) return;
    const found = offered.find((one) => one.name.toLowerCase() === wanted.toLowerCase()) ?? offered[0];
    setUnknown(found === undefined ? wanted : null);
    if (found === undefined) return;
    setName('');
    navigate(artistsHref([...new Set([...ids, found.id])]), { isChoice: true });
  };
  return (
    <>
      <form
        class="entry entry-wide"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <div class="field">
          <label for="artist-name">{artistsText.entry}</label>
          <input
            id="artist-name"
            list="artist-names"
            value={name}
            maxLength={200}
            autocomplete="off"
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <datalist id="artist-names">
            {offered.map((one) => (
              <option key={one.id} value={one.name} />
            ))}
          </datalist>
        </div>
        <Button type="submit" isBusy={isFull}>
          {artistsText.add}
        </Button>
      </form>
      {isFull && <p class="hint">{artistsText.full}</p>}
      {unknown !== null && (
        <p class="notice" role="status">
          {artistsText.unknown(unknown)}
        </p>
      )}
      {artists.length > 0 && (
        <ul class="chips artist-chips" aria-label={artistsText.chips}>
          {artists.map((artist) => (
            <li key={artist.id}>
              <a
                class="chip"
                href={artistsHref(ids.filter((id) => id !== artist.id))}
                aria-label={artistsText.remove(artist.name)}
                data-choice
              >
                {artist.name}
                <span aria-hidden="true"> ×</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const OFFERED = 12;

/** The artists with the most songs, to begin with. */
export function FirstArtists({ ids }: { ids: readonly number[] }) {
  const path = `/artists?sort=tracks&limit=${OFFERED}`;
  const { data, error, isLoading, retry } = useAnswer(path, (signal) =>
    getJson<{ items: NamedArtist[] }>(path, { signal }),
  );
  if (error !== null) return <Failure error={error} retry={retry} />;
  const others = (data?.items ?? []).filter(({ id }) => !ids.includes(id));
  if (!isLoading && data?.items.length === 0) return <p class="muted">{artistsText.noArtists}</p>;
  if (!isLoading && others.length === 0) return <p class="muted">{artistsText.onlyOne}</p>;
  return (
    <section class="first" aria-label={artistsText.most}>
      <p>{ids.length === 0 ? artistsText.empty : artistsText.one}</p>
      <ul class="first-artists">
        {others.map(({ id, name, tracks }) => (
          <li key={id}>
            <a href={artistsHref([...ids, id])} data-choice>
              {name}
            </a>{' '}
            <span class="hint">{artistsText.tracks(tracks)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
