import type { TrendWords } from '../../api/types.ts';
import { navigate } from '../../router/history.ts';
import { wordsText } from '../../text/explore-words.ts';
import { bandPath, linePath } from '../chart/scale.ts';
import { useWidth } from '../chart/use-width.ts';
import { type ChartBox, type LineLayout, layOutLines } from './lay-out-lines.ts';
import { type WordsState, wordsHref } from './words-state.ts';

/** Lines are told apart by dashes and by their names: colour means rhyme. */
const DASHES = ['', '8 4', '2 4', '12 4 2 4', '5 2', '1 3', '10 3 3 3', '16 4', '6 6', '3 3 9 3'];
const PHONE = 600;
const TALL = 380;
const LOW = 280;

const boxOf = (width: number): ChartBox => ({
  width,
  height: width < PHONE ? LOW : TALL,
  left: 46,
  right: width < PHONE ? 84 : 128,
  top: 12,
  bottom: 26,
});

interface WordsChartProps {
  answer: TrendWords;
  state: WordsState;
}

/** A line for each term over the years; the chosen one is set off, with its band, and each of its points opens its songs. */
export function WordsChart({ answer, state }: WordsChartProps) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const box = boxOf(width);
  const layout = layOutLines(answer, state.of, box);
  const chosen = layout.lines.find(({ term }) => term === state.term) ?? layout.lines[0];
  return (
    <div ref={ref} class="words-chart" style={{ minHeight: `${box.height}px` }}>
      {width > 0 && (
        <svg viewBox={`0 0 ${width} ${box.height}`} width={width} height={box.height}>
          <title>{wordsText.chart}</title>
          {layout.yTicks.map(({ value, y }) => (
            <g key={value}>
              <line class="words-rule" x1={box.left} x2={width - box.right} y1={y} y2={y} />
              <text class="words-tick" x={box.left - 8} y={y + 4} text-anchor="end">
                {wordsText.tick(value, state.of)}
              </text>
            </g>
          ))}
          {layout.xTicks.map(({ label, x }) => (
            <text key={label} class="words-tick" x={x} y={box.height - 6} text-anchor="middle">
              {label}
            </text>
          ))}
          {chosen !== undefined && <path class="words-band" d={bandPath(chosen.upper, chosen.lower)} />}
          {layout.lines.map((line, i) => (
            <TermLine
              key={line.term}
              {...{ line, state, box }}
              dash={DASHES[i] ?? ''}
              isChosen={line === chosen}
            />
          ))}
          {chosen !== undefined && <Points line={chosen} lines={layout.lines} state={state} />}
        </svg>
      )}
    </div>
  );
}

interface TermLineProps {
  line: LineLayout;
  state: WordsState;
  box: ChartBox;
  dash: string;
  isChosen: boolean;
}

function TermLine({ line, state, box, dash, isChosen }: TermLineProps) {
  return (
    <g class={isChosen ? 'words-term words-term-chosen' : 'words-term'}>
      <path class="words-line" d={linePath(line.spots)} stroke-dasharray={dash} />
      <a
        href={wordsHref({ ...state, term: line.term, period: '' })}
        aria-label={wordsText.choose(line.term)}
        data-choice
      >
        <text x={box.width - box.right + 10} y={line.labelY + 4}>
          {wordsText.short(line.term, box.width < PHONE)}
        </text>
      </a>
    </g>
  );
}

/** Points that are so near to each other are drawn small. */
const CLOSE = 14;

interface PointsProps {
  line: LineLayout;
  lines: readonly LineLayout[];
  state: WordsState;
}

const ARROWS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
const TERM_KEYS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** The points of the chosen line: one stop of the Tab key, and arrows from there. */
function Points({ line, lines, state }: PointsProps) {
  const places = line.points.flatMap((point, at) => (point === null ? [] : [at]));
  const [left, right] = [line.spots[places[0] ?? 0], line.spots[places.at(-1) ?? 0]];
  const room = ((right?.x ?? 0) - (left?.x ?? 0)) / Math.max(1, places.length - 1);
  const radius = room < CLOSE ? 2 : 3.5;
  const current = places.find((at) => line.points[at]?.period === state.period) ?? places.at(-1);
  const move = (event: KeyboardEvent) => {
    const link = event.currentTarget as SVGElement;
    const [step, otherTerm] = [ARROWS[event.key], TERM_KEYS[event.key]];
    if (otherTerm !== undefined) {
      const next = lines[(lines.indexOf(line) + otherTerm + lines.length) % lines.length];
      if (next !== undefined)
        navigate(wordsHref({ ...state, term: next.term, period: '' }), { isChoice: true });
    } else if (step !== undefined) {
      const all = Array.from(link.parentElement?.querySelectorAll<SVGAElement>('a') ?? []);
      all[all.findIndex((one) => one.isSameNode(link)) + step]?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <g class="words-points">
      {places.map((at) => {
        const [point, spot] = [line.points[at], line.spots[at]];
        if (!point || !spot) return null;
        const isOpen = state.term === line.term && point.period === state.period;
        return (
          <a
            key={point.period}
            href={wordsHref({ ...state, term: line.term, period: point.period })}
            aria-label={wordsText.point(line.term, point)}
            aria-current={isOpen ? 'true' : undefined}
            tabIndex={at === current ? 0 : -1}
            onKeyDown={move}
            data-choice
          >
            <title>{wordsText.point(line.term, point)}</title>
            <circle class="words-reach" cx={spot.x} cy={spot.y} r="12" />
            <circle
              class={isOpen ? 'words-dot words-dot-open' : 'words-dot'}
              cx={spot.x}
              cy={spot.y}
              r={isOpen ? 6 : radius}
            />
          </a>
        );
      })}
    </g>
  );
}
