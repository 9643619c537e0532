import type { Analysis } from '../api/types.ts';
import { plural } from '../text/format.ts';
import { RhymeMark } from './rhyme-mark.tsx';
import { groupHue, type RhymeView } from './rhyme-pieces.ts';

type Groups = Analysis['rhyme']['groups'];

interface ControlsProps {
  groups: Groups;
  view: RhymeView;
  group: number | null;
  onView: (view: RhymeView) => void;
  onGroup: (group: number | null) => void;
}

const VIEWS: readonly { view: RhymeView; label: string }[] = [
  { view: 'off', label: 'Plain' },
  { view: 'ends', label: 'Line ends' },
  { view: 'all', label: 'All rhymes' },
];

const WORDS_SHOWN = 5;

/** Chooses which rhymes the text shows: none, the line ends, all of them, or one group alone. */
export function RhymeControls({ groups, view, group, onView, onGroup }: ControlsProps) {
  return (
    <div class="switch-row rhyme-controls">
      <fieldset class="modes">
        <legend class="unseen">Rhymes shown</legend>
        {VIEWS.map((one) => (
          <label key={one.view} class="mode">
            <input
              type="radio"
              name="rhymes"
              value={one.view}
              checked={group === null && view === one.view}
              onChange={() => onView(one.view)}
            />
            <span>{one.label}</span>
          </label>
        ))}
      </fieldset>
      <details class="rhyme-key">
        <summary>{plural(groups.length, 'rhyme group')}</summary>
        <RhymeKey groups={groups} group={group} onGroup={onGroup} />
      </details>
    </div>
  );
}

function distinctWords(members: Groups[number]['members']): string[] {
  return [...new Set(members.map((member) => member.word.toLowerCase()))];
}

function RhymeKey({ groups, group, onGroup }: Omit<ControlsProps, 'view' | 'onView'>) {
  const ranked = groups
    .map(({ letter, members }, index) => ({
      index,
      letter,
      count: members.length,
      words: distinctWords(members),
    }))
    .sort((a, b) => b.count - a.count || a.index - b.index);
  return (
    <ul>
      {ranked.map(({ index, letter, count, words }) => (
        <li key={index}>
          <button
            type="button"
            aria-pressed={group === index}
            onClick={() => onGroup(group === index ? null : index)}
          >
            <RhymeMark look={{ hue: groupHue(index), letter, isEnd: true }}>
              {words.slice(0, WORDS_SHOWN).join(', ')}
            </RhymeMark>
            {words.length > WORDS_SHOWN && ' …'}
            <span class="number"> {count}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
