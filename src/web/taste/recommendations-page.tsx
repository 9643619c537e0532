import '../styles/search.css';
import '../styles/hits.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../api/api-error.ts';
import { requestJson } from '../api/request-json.ts';
import type { Recommendations } from '../api/types.ts';
import type { Loaded } from '../api/use-json.ts';
import { Choice } from '../parts/choice.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { navigate } from '../router/history.ts';
import { SongHeading } from '../search/song-heading.tsx';
import { useSongListKeys } from '../search/song-list-keys.ts';
import { Failure } from '../shell/failure.tsx';
import { PageHeading } from '../shell/page-heading.tsx';
import type { PageProps } from '../shell/pages.ts';
import { recommendationsText as texts } from '../text/recommendations.ts';
import type { Taste } from './taste.ts';
import { TasteButtons } from './taste-buttons.tsx';
import { readTaste, tasteHref } from './taste-href.ts';

/** How much a song is to differ from those above it, 0-1. */
const VARIETY = { near: 0, mixed: 0.3, wide: 0.7 } as const;
type Variety = keyof typeof VARIETY;
const VARIETIES = Object.keys(VARIETY) as Variety[];
const WANTED = 20;

const readVariety = (search: string): Variety =>
  VARIETIES.find((one) => one === new URLSearchParams(search).get('variety')) ?? 'mixed';

function useRecommendations(taste: Taste, variety: Variety): Loaded<Recommendations> {
  const [loaded, setLoaded] = useState<Loaded<Recommendations>>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (taste.liked.length === 0) return;
    const controller = new AbortController();
    const load = async () => {
      setLoaded({ status: 'loading' });
      try {
        const body = { ...taste, diversity: VARIETY[variety], limit: WANTED };
        const data = await requestJson<Recommendations>('/recommendations', {
          body,
          signal: controller.signal,
        });
        setLoaded({ status: 'ready', data });
      } catch (error) {
        if (controller.signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        setLoaded({ status: 'failed', error, retry: () => setAttempt((n) => n + 1) });
      }
    };
    void load();
    return () => controller.abort();
  }, [tasteHref(taste), variety, attempt]);
  return loaded;
}

/** Songs that fit the taste that the address names, each with what it has in common with it. */
export function RecommendationsPage({ place }: PageProps) {
  const taste = readTaste(place.search);
  const variety = readVariety(place.search);
  const loaded = useRecommendations(taste, variety);
  return (
    <div class="column search">
      <PageHeading title={texts.title}>{texts.title}</PageHeading>
      {taste.liked.length === 0 ? (
        <EmptyState sentence={texts.empty}>
          <a href="/">{texts.toSearch}</a>
        </EmptyState>
      ) : (
        <>
          <Choice
            legend={texts.variety}
            name="variety"
            value={variety}
            options={VARIETIES.map((value) => ({ value, label: texts.choices[value] }))}
            onChoose={(value) => navigate(`${tasteHref(taste)}&variety=${value}`, { replace: true })}
          />
          {loaded.status === 'loading' && <Waiting text={texts.loading} />}
          {loaded.status === 'failed' && <Failure error={loaded.error} retry={loaded.retry} />}
          {loaded.status === 'ready' && <Fitting answer={loaded.data} />}
        </>
      )}
    </div>
  );
}

function Fitting({ answer: { items, not_compared } }: { answer: Recommendations }) {
  const list = useRef<HTMLOListElement>(null);
  useSongListKeys(list);
  return (
    <>
      {not_compared.length > 0 && <p class="notice">{texts.notCompared(not_compared.length)}</p>}
      {items.length === 0 && <p class="muted">{texts.none}</p>}
      <ol ref={list} class="hits">
        {items.map(({ track, reason }) => (
          <li key={track.id} class="hit">
            <SongHeading track={track} />
            <p class="hit-why">
              {reason !== null && (
                <span>
                  <span class="meter-label">{texts.why}</span> {reason}
                </span>
              )}
            </p>
            <TasteButtons id={track.id} title={track.title} />
          </li>
        ))}
      </ol>
    </>
  );
}
