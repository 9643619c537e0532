import { Choice } from '../../parts/choice.tsx';
import { mapText } from '../../text/explore-map.ts';
import { ArtistEntry } from './artist-entry.tsx';
import type { SongGroup } from './groups.ts';
import { COLOURINGS, type MapState, MOST_PICKED, mapHref } from './map-state.ts';
import { cssTone } from './tones.ts';

interface GroupListProps {
  state: MapState;
  groups: readonly SongGroup[];
  isCounting: boolean;
  /** Goes to another choice of the map. */
  choose: (next: MapState) => void;
  /** Picks a group or lets go of it. */
  toggle: (key: string) => void;
}

/** What the colours mean, and everything that the pointer can do with them: set apart, fly to, list the songs. */
export function GroupList({ state, groups, isCounting, choose, toggle }: GroupListProps) {
  const { by, picked } = state;
  const options = COLOURINGS.map((value) => ({ value, label: mapText.colourings[value] }));
  return (
    <section class="groups" aria-label={mapText.groups[by]}>
      <Choice
        legend={mapText.colourBy}
        name="colour"
        value={by}
        options={options}
        onChoose={(next) => choose({ ...state, by: next, picked: [], list: null })}
      />
      <p class="hint">{picked.length >= MOST_PICKED ? mapText.full : mapText.hints[by]}</p>
      {by === 'artist' && <ArtistEntry picked={picked} add={toggle} />}
      {groups.length === 0 && <p class="muted">{mapText.noArtist}</p>}
      <ul>
        {groups.map((group) => (
          <GroupRow key={group.key} {...{ state, group, isCounting, toggle }} />
        ))}
      </ul>
    </section>
  );
}

interface GroupRowProps extends Pick<GroupListProps, 'state' | 'isCounting' | 'toggle'> {
  group: SongGroup;
}

function GroupRow({ state, group, isCounting, toggle }: GroupRowProps) {
  const { key, label, songs, tone } = group;
  const isPicked = state.picked.includes(key);
  const isQuiet = state.picked.length > 0 && !isPicked;
  const isKnown = songs !== null;
  return (
    <li class={isPicked ? 'group group-picked' : 'group'}>
      <button type="button" aria-pressed={isPicked} title={mapText.show(label)} onClick={() => toggle(key)}>
        <span
          class="swatch"
          aria-hidden="true"
          style={tone === null || isQuiet ? undefined : { background: cssTone(tone) }}
        />
        <span class="group-name">{label}</span>
      </button>
      {isPicked && !isKnown && isCounting && <span class="hint">{mapText.counting}</span>}
      {isKnown && <span class="number hint">{mapText.count(songs)}</span>}
      {songs === 0 && state.by === 'artist' && (
        <span class="hint group-unknown">{mapText.unknownArtist(label)}</span>
      )}
      {isKnown && songs > 0 && (
        <a
          class="hint-link"
          href={mapHref({ ...state, list: key, around: null })}
          aria-label={mapText.songsOfLabel(label)}
          aria-current={state.list === key ? 'true' : undefined}
          data-choice
        >
          {mapText.songsOf}
        </a>
      )}
    </li>
  );
}
