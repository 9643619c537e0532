import { useEffect, useMemo, useState } from 'preact/hooks';
import { navigate, type Place } from '../../router/history.ts';
import { Failure } from '../../shell/failure.tsx';
import { mapText } from '../../text/explore-map.ts';
import { fitted, type Point, toMap, WHOLE_MAP } from './camera.ts';
import { ChosenSongs } from './chosen-songs.tsx';
import { createFinder } from './find-songs.ts';
import { moveByKey } from './follow-keys.ts';
import { GroupList } from './group-list.tsx';
import { groupsOf, paintOf, songsOfGroup } from './groups.ts';
import { MapCanvas } from './map-canvas.tsx';
import { type MapState, MOST_PICKED, mapHref, readMapState, simplified } from './map-state.ts';
import { MapTools } from './map-tools.tsx';
import { SongCard } from './song-card.tsx';
import type { SongMap } from './song-map.ts';
import { placeOnMap, useLabels } from './use-labels.ts';
import { useMembers } from './use-members.ts';
import { usePalette } from './use-palette.ts';
import { type RestingView, useDrawn, useStage } from './use-stage.ts';

/** Pixels around a point that still mean it. */
const REACH = 14;

const choose = (next: MapState) => navigate(mapHref(next), { isChoice: true });

/** The map, what its colours mean, and the songs that were chosen on it. */
export function MapView({ map, place }: { map: SongMap; place: Place }) {
  const state = readMapState(place.search);
  const palette = usePalette();
  const finder = useMemo(() => createFinder(map), [map]);
  const { members, placeOf, ...counting } = useMembers(map, state);
  const [pointed, setPointed] = useState<number | null>(null);
  const [drawing, setDrawing] = useState<readonly Point[]>([]);
  const [isCircling, setCircling] = useState(false);
  const [view, setView] = useState<RestingView | null>(null);

  const nearest = (at: Point): number | null => {
    if (stage === null) return null;
    const { x: left } = toMap(stage.camera(), stage.size(), { x: 0, y: 0 });
    const { x: right } = toMap(stage.camera(), stage.size(), { x: REACH, y: 0 });
    return finder.nearest(at, right - left);
  };
  const keep = (song: number | null) =>
    choose({ ...state, song: song === null ? null : (map.ids[song] ?? null) });
  const enclose = (around: readonly Point[]) => choose({ ...state, list: null, around: simplified(around) });
  const { stage, cannotDraw, isLost, parts } = useStage(map, {
    onPoint: (at) => setPointed(at === null ? null : nearest(at)),
    onPick: (at) => keep(nearest(at)),
    onOutline(outline, isDone) {
      setDrawing(isDone ? [] : [...outline]);
      if (!isDone) return;
      setCircling(false);
      enclose(outline);
    },
    isDrawing: () => isCircling,
    onRest(resting) {
      setView(resting);
      const camera = resting.camera.zoom === 1 ? null : resting.camera;
      navigate(mapHref({ ...readMapState(window.location.search), camera }), {
        replace: true,
        isChoice: true,
      });
    },
  });

  // The address says where the map is when the view is opened, and again after back and forward.
  useEffect(() => {
    if (stage !== null) stage.look(state.camera ?? WHOLE_MAP);
  }, [stage, place.arrival === 'history' ? place.index : 0]);

  const kept = state.song === null ? null : (placeOf.get(state.song) ?? null);
  const looked = pointed ?? kept;
  const paint = useMemo(
    () => paintOf(map, state, { palette, members }),
    [map, palette, members, state.by, state.picked.join('\n')],
  );
  const labels = useLabels(map, finder, view);
  const outline = drawing.length > 0 ? drawing : (state.around ?? []);
  const ring = useMemo(() => (looked === null ? null : placeOnMap(map, looked)), [map, looked]);
  useDrawn(stage, parts.labels, { paint, labels, ring, outline });

  const flyTo = (songs: readonly number[]) => {
    if (stage !== null && songs.length > 0)
      stage.look(
        fitted(
          songs.map((song) => placeOnMap(map, song)),
          stage.size(),
        ),
      );
  };
  const toggle = (key: string) => {
    const isPicked = state.picked.includes(key);
    if (!isPicked && state.picked.length >= MOST_PICKED) return;
    const picked = isPicked ? state.picked.filter((one) => one !== key) : [...state.picked, key];
    choose({ ...state, picked, list: isPicked && state.list === key ? null : state.list });
    if (!isPicked && state.by === 'cluster') flyTo(songsOfGroup(map, 'cluster', key, members));
  };
  const onKey = (event: KeyboardEvent) => {
    if (stage === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      setCircling(false);
      choose({ ...state, song: null, around: null });
    } else if (event.key === 'Enter') keep(looked);
    else if (moveByKey(stage, event.key)) setPointed(nearest(stage.camera()));
    else return;
    event.preventDefault();
  };
  const inView = () => {
    if (stage === null) return;
    const { width, height } = stage.size();
    const corners = [
      [0, 0],
      [width, 0],
      [width, height],
      [0, height],
    ] as const;
    enclose(corners.map(([x, y]) => toMap(stage.camera(), stage.size(), { x, y })));
  };

  const groups = groupsOf(map, state, { palette, members });
  return (
    <div class="map">
      <div class="map-stage">
        {cannotDraw && <p class="notice">{mapText.noCanvas}</p>}
        {stage !== null && (
          <MapTools
            stage={stage}
            isCircling={isCircling}
            onCircle={() => setCircling(!isCircling)}
            onView={inView}
          />
        )}
        {!cannotDraw && (
          <MapCanvas key={String(isLost)} songs={map.count} {...{ labels, isCircling, parts, onKey }} />
        )}
        <SongCard
          map={map}
          place={looked}
          isKept={pointed === null && kept !== null}
          onFind={() => kept !== null && flyTo([kept])}
        />
      </div>
      <div class="map-side">
        {counting.error !== null && <Failure error={counting.error} retry={counting.retry} />}
        <GroupList
          state={state}
          groups={groups}
          isCounting={counting.isLoading}
          choose={choose}
          toggle={toggle}
        />
        <Chosen {...{ map, state, finder, members, groups, setPointed }} />
      </div>
    </div>
  );
}

interface ChosenProps {
  map: SongMap;
  state: MapState;
  finder: ReturnType<typeof createFinder>;
  members: ReturnType<typeof useMembers>['members'];
  groups: ReturnType<typeof groupsOf>;
  setPointed: (place: number | null) => void;
}

/** The songs of the group or of the outline that the address names. */
function Chosen({ map, state, finder, members, groups, setPointed }: ChosenProps) {
  const { list, around } = state;
  const closeHref = mapHref({ ...state, list: null, around: null });
  if (around !== null) {
    const songs = finder.inOutline(around);
    const key = `around ${songs.length} ${songs[0]}`;
    return (
      <ChosenSongs
        key={key}
        title={mapText.circled(songs.length)}
        onPoint={setPointed}
        {...{ map, songs, closeHref }}
      />
    );
  }
  const group = groups.find(({ key }) => key === list);
  if (list === null || group === undefined) return null;
  const songs = songsOfGroup(map, state.by, list, members);
  const title = mapText.chosenTitle(group.label, songs.length);
  return <ChosenSongs key={list} title={title} onPoint={setPointed} {...{ map, songs, closeHref }} />;
}
