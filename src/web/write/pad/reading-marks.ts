import type { Reading } from '../../engine/messages.ts';
import type { Stretch } from './edit.ts';
import { chooseHues } from './group-hues.ts';
import type { LineFacts, Mark, MarkKind, PadMarks } from './marks.ts';

const NO_RHYME = '-';

/** The words that a multisyllabic rhyme runs through, by where they begin. */
function multiWords({ rhyme }: Reading): readonly Stretch[] {
  return rhyme.multis
    .flatMap(({ first, second }) => [first, second])
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
}

const isWithin = ({ start, end }: Stretch, runs: readonly Stretch[]): boolean =>
  runs.some((run) => run.start < end && run.end > start);

function lineFacts({ text, rhyme, flow }: Reading): LineFacts[] {
  const facts = text.split('\n').map((): LineFacts => ({ syllables: null, letter: null }));
  for (const { line, syllables } of flow.lines) {
    const known = facts[line];
    if (known) known.syllables = syllables;
  }
  for (const { scheme, lines } of rhyme.schemes) {
    for (const [at, line] of lines.entries()) {
      const known = facts[line];
      const letter = scheme[at] ?? NO_RHYME;
      if (known && letter !== NO_RHYME) known.letter = letter;
    }
  }
  return facts;
}

/**
 * What the engine heard as the pad draws it. `before` are the marks on the screen, in the same text: a group that is
 * still there keeps its colour.
 */
export function readingMarks(reading: Reading, before: readonly Mark[]): PadMarks {
  const multis = multiWords(reading);
  const { groups } = reading.rhyme;
  const hues = chooseHues(
    groups.map(({ members }) => members),
    before,
  );
  const marks = groups.flatMap(({ members }, group) =>
    members.map(({ start, end, is_end: isEnd, is_aside: isAside }): Mark => {
      const kind: MarkKind = isWithin({ start, end }, multis) ? 'multi' : isEnd ? 'end' : 'inside';
      return { start, end, hue: hues[group] ?? 0, kind, group, isAside };
    }),
  );
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  return { marks, lines: lineFacts(reading) };
}
