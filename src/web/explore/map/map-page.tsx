import { getBytes } from '../../api/get-body.ts';
import { unreadable } from '../../api/transport-failures.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { Failure } from '../../shell/failure.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { mapText } from '../../text/explore-map.ts';
import { ExploreFrame } from '../explore-frame.tsx';
import { MapView } from './map-view.tsx';
import { readSongMap, type SongMap } from './song-map.ts';
import './map.css';

async function loadMap(signal: AbortSignal): Promise<SongMap> {
  const bytes = await getBytes('/trends/map', signal);
  try {
    return readSongMap(bytes);
  } catch (error) {
    console.warn(error);
    throw unreadable(200);
  }
}

const NO_BUILD = 404;

export function MapPage({ place }: PageProps) {
  const { data, error, retry } = useAnswer('map', loadMap);
  return (
    <ExploreFrame view="map" title={mapText.title} heading={mapText.heading} isWide>
      {data === null && error === null && <Waiting text={mapText.waiting} />}
      {error?.status === NO_BUILD && (
        <EmptyState sentence={mapText.empty}>
          <a href="/">{mapText.emptyLink}</a>
        </EmptyState>
      )}
      {error !== null && error.status !== NO_BUILD && <Failure error={error} retry={retry} />}
      {data !== null && data.count < 2 && <EmptyState sentence={mapText.onlySong} />}
      {data !== null && data.count >= 2 && <MapView map={data} place={place} />}
    </ExploreFrame>
  );
}
