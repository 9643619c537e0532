import { getJson } from '../../api/get-json.ts';
import type { Artist, ArtistComparison } from '../../api/types.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Waiting } from '../../parts/waiting.tsx';
import { Failure } from '../../shell/failure.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { artistsText } from '../../text/explore-artists.ts';
import { ExploreFrame } from '../explore-frame.tsx';
import { readArtists } from './artists-state.ts';
import { ArtistChoice, FirstArtists } from './choose-artists.tsx';
import { MeasureRows } from './measure-rows.tsx';
import { MEASURE_GROUPS, measureRow, themeRows } from './measures.ts';
import { Pairs } from './pairs.tsx';
import { ThemeYears } from './theme-years.tsx';
import './artists.css';

interface Compared {
  artists: Artist[];
  /** Null: one artist has nobody to be compared with. */
  comparison: ArtistComparison | null;
}

async function loadArtists(ids: readonly number[], signal: AbortSignal): Promise<Compared> {
  const [artists, comparison] = await Promise.all([
    Promise.all(ids.map((id) => getJson<Artist>(`/artists/${id}?nearest=1`, { signal }))),
    ids.length < 2 ? null : getJson<ArtistComparison>(`/artists/compare?ids=${ids.join()}`, { signal }),
  ]);
  return { artists, comparison };
}

export function ArtistsPage({ place }: PageProps) {
  const ids = readArtists(place.search);
  const isAsked = ids.length > 0;
  const { data, error, isLoading, retry } = useAnswer(isAsked ? `artists ${ids.join()}` : null, (signal) =>
    loadArtists(ids, signal),
  );
  const shown = isAsked && error === null ? data : null;
  return (
    <ExploreFrame view="artists" title={artistsText.title} heading={artistsText.heading} isWide>
      <ArtistChoice ids={ids} artists={shown?.artists ?? []} />
      {isAsked && error !== null && <Failure error={error} retry={retry} />}
      {isAsked && data === null && error === null && <Waiting text={artistsText.waiting} />}
      {ids.length < 2 && error === null && <FirstArtists ids={ids} />}
      {shown !== null && (
        <div class={isLoading ? 'artists artists-stale' : 'artists'} aria-busy={isLoading}>
          <Comparison {...shown} />
        </div>
      )}
    </ExploreFrame>
  );
}

function Comparison({ artists, comparison }: Compared) {
  const themes = themeRows(artists);
  const columns = { '--columns': String(artists.length) };
  return (
    <div class="artist-columns" style={columns}>
      <div class="measure-line artist-heads">
        <span />
        {artists.map((artist) => (
          <div key={artist.id} class="artist-head">
            <p>
              <a href={`/app/artists/${artist.id}`}>{artist.name}</a>
            </p>
            <p class="hint">{artistsText.facts(artist)}</p>
          </div>
        ))}
      </div>
      <p class="hint">{artistsText.hint}</p>
      {MEASURE_GROUPS.map(({ key, names }) => (
        <MeasureRows
          key={key}
          title={artistsText.groups[key]}
          rows={names.map((name) => measureRow(name, artists))}
        />
      ))}
      {themes.length > 0 && <MeasureRows title={artistsText.themes} rows={themes} />}
      <ThemeYears artists={artists} themes={themes} />
      {comparison !== null && <Pairs comparison={comparison} />}
    </div>
  );
}
