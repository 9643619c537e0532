import type { TrackDetail, TrackRelations } from '../api/types.ts';
import { useJson } from '../api/use-json.ts';
import { Waiting } from '../parts/waiting.tsx';
import type { Arrival } from '../router/history.ts';
import { Failure } from '../shell/failure.tsx';
import { sentenceWords } from '../text/format.ts';
import { songText } from '../text/song.ts';
import { readSourceLink } from './source-link.ts';

const text = songText.made;
const SHOWN = 12;

/** Who made the song, and the songs that it samples, covers, translates, or that do so with it. */
export function MadeBy({ track, arrival }: { track: TrackDetail; arrival: Arrival }) {
  const loaded = useJson<TrackRelations>(`/tracks/${track.id}/relations`, arrival);
  return (
    <section id="made" class="made-by" aria-labelledby="made-title" tabIndex={-1}>
      <h2 id="made-title" class="label">
        {text.title}
      </h2>
      {loaded.status === 'loading' && <Waiting text={text.asking} />}
      {loaded.status === 'failed' && <Failure error={loaded.error} retry={loaded.retry} />}
      {loaded.status === 'ready' && <Made made={loaded.data} />}
    </section>
  );
}

function Made({ made: { credits, relations, tags } }: { made: TrackRelations }) {
  const people: [string, readonly string[]][] = [
    [text.featured, credits.featured.map(({ name }) => name)],
    [text.writers, credits.writers.map(({ name }) => name)],
    [text.producers, credits.producers.map(({ name }) => name)],
    ...Array.from(
      Map.groupBy(credits.others, ({ role }) => role),
      ([role, some]): [string, string[]] => [role, some.map(({ name }) => name)],
    ),
    [text.tags, tags],
  ];
  const named = people.filter(([, names]) => names.length > 0);
  const kinds = Map.groupBy(relations, ({ relation }) => relation);
  if (named.length === 0 && kinds.size === 0) return <p class="muted">{text.none}</p>;
  return (
    <dl class="credits">
      {named.map(([role, names]) => (
        <div key={role}>
          <dt>{role}</dt>
          <dd>{names.join(', ')}</dd>
        </div>
      ))}
      {[...kinds].map(([kind, songs]) => (
        <div key={kind}>
          <dt>{sentenceWords(kind)}</dt>
          {songs.slice(0, SHOWN).map((song) => (
            <dd key={song.genius_id}>
              <RelatedSong song={song} />
            </dd>
          ))}
          {songs.length > SHOWN && <dd class="muted">{text.more(songs.length - SHOWN)}</dd>}
        </div>
      ))}
    </dl>
  );
}

function RelatedSong({ song }: { song: TrackRelations['relations'][number] }) {
  const name = text.by(song.title, song.artist);
  if (song.track_id !== null) return <a href={`/app/tracks/${song.track_id}`}>{name}</a>;
  const source = readSourceLink(song.url);
  return source === null ? (
    name
  ) : (
    <a href={source.href} rel="noopener">
      {name}
    </a>
  );
}
