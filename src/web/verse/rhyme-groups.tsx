import { verseText } from '../text/verse.ts';
import { sectionOfLine } from './section-name.ts';
import type { Lit } from './use-lit.ts';
import { groupWords, type VerseModel } from './verse-model.ts';

const WORDS_SHOWN = 5;
const GROUPS_SHOWN = 12;

/** The groups, largest first, each a button that lights it in text and strip. */
export function RhymeGroups({ model, lit }: { model: VerseModel; lit: Lit }) {
  const { groups } = model.heard.rhyme;
  const ranked = groups
    .map(({ members }, group) => {
      const line = members[0]?.line ?? 0;
      return { group, line, count: members.length, mark: model.marks.of(group, line) };
    })
    .sort((a, b) => b.count - a.count || a.group - b.group);
  // Each part of a text begins its letters anew.
  const byMark = Map.groupBy(ranked, ({ mark }) => mark);
  // Of a text that is not public nothing but the number of groups is known.
  if (model.heard.text === '') return null;
  if (ranked.length === 0) return <p class="muted">{verseText.groups.none}</p>;
  const [shown, rest] = [ranked.slice(0, GROUPS_SHOWN), ranked.slice(GROUPS_SHOWN)];
  const buttons = (some: typeof ranked) => (
    <ul class="groups" onPointerLeave={() => lit.point(null)}>
      {some.map((one) => (
        <li key={one.group}>
          <Group {...one} isShared={(byMark.get(one.mark)?.length ?? 0) > 1} model={model} lit={lit} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {buttons(shown)}
      {rest.length > 0 && (
        <details class="groups-more">
          <summary>{verseText.groups.more(rest.length)}</summary>
          {buttons(rest)}
        </details>
      )}
    </>
  );
}

interface GroupProps {
  group: number;
  /** A line that it stands in. */
  line: number;
  count: number;
  mark: string;
  /** Whether another group has the same mark, in another part of the text. */
  isShared: boolean;
  model: VerseModel;
  lit: Lit;
}

function Group({ group, line, count, mark, isShared, model, lit }: GroupProps) {
  const words = groupWords(model.heard, group);
  return (
    <button
      type="button"
      aria-pressed={lit.chosen === group}
      onClick={() => lit.choose(group)}
      onPointerEnter={() => lit.point(group)}
      onFocus={() => lit.point(group)}
      onBlur={() => lit.point(null)}
    >
      <span class={`group-mark rhyme-${model.hues[group] ?? 0}`}>{mark}</span>
      <span class="group-words">
        {words.slice(0, WORDS_SHOWN).join(', ')}
        {words.length > WORDS_SHOWN && ' …'}
        {isShared && <span class="group-where"> {sectionOfLine(model, line)}</span>}
      </span>
      <span class="number">{count}</span>
    </button>
  );
}
