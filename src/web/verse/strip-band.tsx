import { useMemo } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { verseText } from '../text/verse.ts';
import type { Lit } from './use-lit.ts';
import { groupAt } from './use-lit.ts';
import type { VerseModel } from './verse-model.ts';

interface BandProps {
  model: VerseModel;
  lit: Lit;
  onLine: (line: number) => void;
}

const WIDTH = 10;
const GAP = 8;
const SYLLABLE = 5;
const LEAST = 10;
const MOST = 24;

/** The strip on a phone: a column a line from left to right, its rhyming syllables from top to bottom. */
export function StripBand({ model, lit, onLine }: BandProps) {
  const drawn = useMemo(() => <Columns model={model} />, [model]);
  const { map } = model.heard;
  if (map === null || map.rows.every(({ syllables }) => syllables.length === 0)) return null;
  const handlers = {
    onClick: ({ target }: MouseEvent) => {
      const column = target instanceof Element ? target.closest('[data-line]') : null;
      const group = groupAt(target);
      if (group !== null && group !== lit.chosen) lit.choose(group);
      if (column !== null) onLine(Number(column.getAttribute('data-line')));
    },
  };
  return (
    <div class="strip-band">
      <svg
        viewBox={`0 0 ${widthOf(model)} ${heightOf(model)}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={verseText.band}
        {...handlers}
      >
        {drawn}
      </svg>
      <Button kind="quiet" onClick={() => goTo('analysis')}>
        {verseText.findings}
      </Button>
    </div>
  );
}

// No link: the address of a pasted text has no room for the name of a part.
function goTo(part: string): void {
  const element = document.getElementById(part);
  element?.scrollIntoView();
  element?.focus({ preventScroll: true });
}

/** Where the column of each row begins, with a gap before each section. */
function columnsOf({ blocks, heard }: VerseModel): Map<number, number> {
  const firsts = new Set(blocks.map(({ lines }) => lines.find((line) => line.bar !== null)?.index));
  const columns = new Map<number, number>();
  let x = 0;
  for (const { line } of heard.map?.rows ?? []) {
    if (x > 0 && firsts.has(line)) x += GAP;
    columns.set(line, x);
    x += WIDTH;
  }
  return columns;
}

/** As high as the longest row. */
const heightOf = ({ heard }: VerseModel): number =>
  SYLLABLE *
  Math.min(MOST, Math.max(LEAST, ...(heard.map?.rows.map(({ syllables }) => syllables.length) ?? [])));

const widthOf = (model: VerseModel): number => Math.max(WIDTH, ...columnsOf(model).values()) + WIDTH;

function Columns({ model }: { model: VerseModel }) {
  const columns = columnsOf(model);
  const height = heightOf(model);
  return (
    <>
      {model.heard.map?.rows.map(({ line, syllables }) => {
        const x = columns.get(line) ?? 0;
        return (
          <g key={line} data-line={line}>
            <rect class="strip-row" x={x} y="0" width={WIDTH} height={height} />
            {syllables
              .slice(0, MOST)
              .map(
                ({ group, rhymes }, at) =>
                  rhymes &&
                  group !== null && (
                    <rect
                      key={at}
                      class={`strip-dot hue-${model.hues[group] ?? 0}`}
                      x={x + 1}
                      y={at * SYLLABLE}
                      width={WIDTH - 2}
                      height={SYLLABLE}
                      data-group={group}
                    />
                  ),
              )}
          </g>
        );
      })}
    </>
  );
}
