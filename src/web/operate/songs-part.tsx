import { useState } from 'preact/hooks';
import { requestJson } from '../api/request-json.ts';
import type { IngestRun } from '../api/types.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { tell } from '../parts/toast.tsx';
import { Failure } from '../shell/failure.tsx';
import { formatCount } from '../text/format.ts';
import { formatMoment } from '../text/moments.ts';
import { songsText as texts } from '../text/operate-songs.ts';
import { PartState } from './part-state.tsx';
import { metricsOf, sumOf } from './read-metrics.ts';
import { useAction } from './use-action.ts';
import { useFreshList, useMetrics } from './use-fresh.ts';

const RUNS = '/ingest/runs?limit=50';

const count = (key: 'added' | 'updated' | 'failed'): Column<IngestRun> => ({
  key,
  label: texts.columns[key],
  isNumber: true,
  render: ({ counts }) => formatCount(counts[key]),
  sortBy: ({ counts }) => counts[key],
});

const doneOf = ({ added, updated, unchanged, failed }: IngestRun['counts']): number =>
  added + updated + unchanged + failed;

const COLUMNS: readonly Column<IngestRun>[] = [
  {
    key: 'artist',
    label: texts.columns.artist,
    render: ({ artist, artist_id }) => <a href={`/app/artists/${artist_id}`}>{artist}</a>,
    sortBy: ({ artist }) => artist,
  },
  {
    key: 'state',
    label: texts.columns.state,
    render: ({ status }) => texts.states[status],
    sortBy: ({ status }) => status,
  },
  {
    key: 'songs',
    label: texts.columns.done,
    isNumber: true,
    render: ({ counts }) => texts.counted(doneOf(counts), doneOf(counts) + counts.queued),
    sortBy: ({ counts }) => doneOf(counts),
  },
  count('added'),
  count('updated'),
  count('failed'),
  {
    key: 'when',
    label: texts.columns.when,
    render: ({ started_at }) => formatMoment(started_at),
    sortBy: ({ started_at }) => started_at,
  },
  {
    key: 'why',
    label: texts.columns.why,
    render: ({ reason, next_try_at }) => texts.why(reason, next_try_at),
  },
];

/** The artists that are watched, by what was fetched of them, and a way to watch another. */
export function SongsPart() {
  const metrics = useMetrics().data ?? [];
  const artists = (state: string) => sumOf(metricsOf(metrics, 'barline_artists', { state }));
  const [watched, stored] = [artists('watched'), artists('stored')];
  const { fresh: runs, more } = useFreshList<IngestRun>(RUNS);
  return (
    <>
      <WatchForm onWatched={runs.reload} />
      <section aria-labelledby="runs">
        <h2 id="runs">{texts.runs}</h2>
        {watched !== null && stored !== null && <p>{texts.list(watched, stored)}</p>}
        <PartState fresh={runs}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState sentence={texts.none} />
            ) : (
              <Table caption={texts.caption} columns={COLUMNS} rows={items} rowKey={({ id }) => id} />
            )
          }
        </PartState>
        {more !== null && <Button onClick={more}>{texts.more}</Button>}
      </section>
    </>
  );
}

function WatchForm({ onWatched }: { onWatched: () => void }) {
  const [name, setName] = useState('');
  const { isBusy, error, run } = useAction(async () => {
    const artist = name.trim();
    await requestJson('/ingest/artists', { body: { name: artist } });
    tell({ text: texts.watched(artist) });
    setName('');
    onWatched();
  });
  const submit = (event: Event) => {
    event.preventDefault();
    void run();
  };
  return (
    <section aria-labelledby="watch">
      <h2 id="watch">{texts.watch}</h2>
      <form class="inline-form" onSubmit={submit}>
        <div class="field">
          <label for="artist-name">{texts.name}</label>
          <input
            id="artist-name"
            value={name}
            maxLength={300}
            required
            autocomplete="off"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <Button type="submit" kind="primary" isBusy={isBusy}>
          {isBusy ? texts.watching : texts.submit}
        </Button>
      </form>
      {error !== null && <Failure error={error} />}
    </section>
  );
}
