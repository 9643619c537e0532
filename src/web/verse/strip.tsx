import { useMemo } from 'preact/hooks';
import { verseText } from '../text/verse.ts';
import { diamond } from './diamond.ts';
import { type StripDot, type StripModel, stripArcs, toStrip } from './strip-model.ts';
import { type Lit, lightingBy } from './use-lit.ts';
import type { VerseModel } from './verse-model.ts';

interface StripProps {
  model: VerseModel;
  lit: Lit;
  /** A row was chosen: the text goes to its line. */
  onLine: (line: number) => void;
}

const HALF_ROW = 5.5;

/**
 * The picture of a verse: a row a line, a dot a syllable, filled where it rhymes; round at the end of a line, a diamond
 * inside it, a bar through the syllables that rhyme together. What it shows can also be read in the list of groups.
 */
export function Strip({ model, lit, onLine }: StripProps) {
  const strip = useMemo(() => toStrip(model), [model]);
  const drawn = useMemo(() => strip && <Drawn strip={strip} model={model} />, [strip, model]);
  if (strip === null) return null;
  const { group } = lit;
  const lighting = lightingBy(lit);
  const handlers = {
    ...lighting,
    onClick: (event: MouseEvent) => {
      const line = lineAt(event.target);
      if (line !== null) onLine(line);
      lighting.onClick(event);
    },
  };
  return (
    <div class="strip-frame">
      <svg
        class="strip"
        viewBox={`0 0 ${strip.width} ${strip.height}`}
        style={{ '--strip-width': strip.width, '--strip-height': strip.height }}
        role="img"
        aria-label={verseText.strip(strip.rows.length, model.heard.rhyme.groups.length)}
        {...(group !== null && { 'data-lit': '' })}
        {...handlers}
      >
        {drawn}
        {group !== null && <LitDots strip={strip} group={group} />}
      </svg>
    </div>
  );
}

function lineAt(target: EventTarget | null): number | null {
  const line = target instanceof Element ? target.closest('[data-line]')?.getAttribute('data-line') : null;
  return line == null ? null : Number(line);
}

function Drawn({ strip, model }: { strip: StripModel; model: VerseModel }) {
  const hue = (group: number) => model.hues[group] ?? 0;
  return (
    <>
      {strip.bars.map(({ x1, x2, y, group, isMosaic }) => (
        <g key={`${group} ${x1} ${y}`} class={`strip-bar hue-${hue(group)}`} data-group={group}>
          <path d={`M${x1} ${y}H${x2}`} />
          {isMosaic && <path class="strip-gap" d={`M${x1} ${y}H${x2}`} />}
        </g>
      ))}
      {strip.rows.map(({ line, y, dots }) => (
        <g key={line} data-line={line}>
          <rect class="strip-row" x="0" y={y - HALF_ROW} width={strip.width} height={2 * HALF_ROW} />
          {dots.map((dot) => (
            <Dot key={dot.x} dot={dot} hue={dot.group === null ? 0 : hue(dot.group)} />
          ))}
          {dots.map(
            (dot) =>
              dot.isHead &&
              dot.group !== null && (
                <text key={dot.x} class="strip-letter" x={dot.x} y={y + 3}>
                  {model.marks.of(dot.group, line)}
                </text>
              ),
          )}
        </g>
      ))}
    </>
  );
}

const ROUND = 3.7;
const REST = 1.3;
const STRESSED_REST = 1.8;

function Dot({ dot, hue }: { dot: StripDot; hue: number }) {
  const { x, y, group, rhymes, isEnd, isStressed, isAside } = dot;
  if (!rhymes || group === null) {
    const looks = isStressed ? 'strip-rest strip-stressed' : 'strip-rest';
    return <circle class={looks} cx={x} cy={y} r={isStressed ? STRESSED_REST : REST} />;
  }
  const looks = `strip-dot hue-${hue}${isAside ? ' strip-aside' : ''}`;
  return isEnd ? (
    <circle class={looks} cx={x} cy={y} r={ROUND} data-group={group} />
  ) : (
    <path class={looks} d={diamond(x, y)} data-group={group} />
  );
}

const LIT = 5;

/** Rings around the dots of the lit group, and the arcs through them. */
function LitDots({ strip, group }: { strip: StripModel; group: number }) {
  const dots = strip.rows.flatMap((row) => row.dots.filter((dot) => dot.rhymes && dot.group === group));
  return (
    <g class="strip-lit">
      <path class="strip-arc" d={stripArcs(strip, group)} />
      {dots.map(({ x, y }) => (
        <circle key={`${x} ${y}`} class="strip-ring" cx={x} cy={y} r={LIT} />
      ))}
    </g>
  );
}
