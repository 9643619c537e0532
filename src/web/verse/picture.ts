import { diamond } from './diamond.ts';
import { STEP, type StripModel } from './strip-model.ts';
import type { VerseLine, VerseModel } from './verse-model.ts';
import type { RhymeShape } from './verse-pieces.ts';

/** What a picture takes from the page: its colours, its fonts and how wide a text is in them. */
export interface PictureStyle {
  paper: string;
  ink: string;
  soft: string;
  rule: string;
  /** The wash behind a word, and the line under it, of each hue. */
  washes: readonly string[];
  hues: readonly string[];
  serif: string;
  sans: string;
  /** Width in pixels of a text in the serif at 100 px. */
  widthOf: (text: string) => number;
}

const WIDTH = 1200;
const EDGE = 64;
const TEXT_WIDTH = 700;
const LARGEST = 30;
const SMALLEST = 11;
const LEADING = 1.62;
const BLOCK_GAP = 0.9;
const TITLE = 44;
const TITLE_LINE = 52;
const MOST_TITLE = 46;
const FOOT = 18;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** A text as XML may hold it: what would be markup is written out, and what XML forbids is left out. */
const xml = (text: string): string =>
  text
    .replace(/(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu, '')
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

const n = (value: number): string => String(Math.round(value * 10) / 10);

const DASHES: Record<RhymeShape, string> = {
  end: '',
  inside: ' stroke-dasharray="2 3"',
  multi: '',
  mosaic: '',
};

/** The coloured verse with its title and its strip, as an SVG file that needs nothing else. */
export function drawPicture(
  model: VerseModel,
  strip: StripModel | null,
  title: string,
  style: PictureStyle,
): string {
  const lines = model.blocks.flatMap((block) => block.lines.filter((line) => line.bar !== null));
  const longest = Math.max(1, ...lines.map(({ text }) => style.widthOf(text)));
  const size = Math.max(SMALLEST, Math.min(LARGEST, (TEXT_WIDTH * 100) / longest));
  const head = titleLines(title);
  const top = EDGE + head.length * TITLE_LINE + EDGE / 2;
  const { marks, bottom } = drawBlocks(model, { top, size, style });
  const drawnStrip = strip === null ? '' : drawStrip(model, strip, { top, style });
  const height = Math.max(bottom, strip === null ? 0 : top + strip.height * stripScale(strip)) + EDGE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${n(height)}" width="${WIDTH}" height="${n(height)}">`,
    `<title>${xml(title)}</title>`,
    `<rect width="100%" height="100%" fill="${style.paper}"/>`,
    `<g font-family="${xml(style.serif)}" fill="${style.ink}" font-size="${TITLE}">`,
    ...head.map((line, i) => `<text x="${EDGE}" y="${EDGE + (i + 0.8) * TITLE_LINE}">${xml(line)}</text>`),
    `</g><rect x="${EDGE}" y="${n(top - EDGE / 2)}" width="${WIDTH - 2 * EDGE}" height="3" fill="${style.ink}"/>`,
    `<g font-family="${xml(style.serif)}" font-size="${n(size)}" fill="${style.ink}" xml:space="preserve">${marks}</g>`,
    drawnStrip,
    `<text x="${WIDTH - EDGE}" y="${n(height - EDGE / 2)}" font-family="${xml(style.sans)}" font-size="${FOOT}" fill="${style.soft}" text-anchor="end">Barline</text>`,
    '</svg>',
  ].join('\n');
}

/** A title in rows of words, two at most. */
function titleLines(title: string): string[] {
  const rows: string[] = [];
  for (const word of title.split(/\s+/).filter(Boolean)) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + word.length < MOST_TITLE)
      rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word.slice(0, MOST_TITLE));
  }
  return rows.length > 2 ? [rows[0] ?? '', `${(rows[1] ?? '').slice(0, MOST_TITLE - 2)} …`] : rows;
}

interface Place {
  top: number;
  size: number;
  style: PictureStyle;
}

function drawBlocks(model: VerseModel, { top, size, style }: Place): { marks: string; bottom: number } {
  let y = top + size;
  let marks = '';
  for (const { section, lines } of model.blocks) {
    if (section !== null && section.kind !== 'unlabelled') {
      marks += `<text x="${EDGE}" y="${n(y)}" font-family="${xml(style.sans)}" font-size="${n(size * 0.62)}" font-weight="600" fill="${style.soft}">${xml(section.label)}</text>`;
      y += size * 1.3;
    }
    for (const line of lines) {
      if (line.bar === null) y += size * BLOCK_GAP;
      else {
        marks += drawLine(model, line, { y, size, style });
        y += size * LEADING;
      }
    }
    y += size * BLOCK_GAP;
  }
  return { marks, bottom: y - size };
}

function drawLine(
  model: VerseModel,
  line: VerseLine,
  { y, size, style }: { y: number; size: number; style: PictureStyle },
): string {
  const scale = size / 100;
  let x = EDGE;
  let drawn = '';
  for (const { text, rhyme, isAside } of line.pieces) {
    const width = style.widthOf(text) * scale;
    if (rhyme !== null) {
      const hue = model.hues[rhyme.group] ?? 0;
      drawn += `<rect x="${n(x - 2)}" y="${n(y - size * 0.86)}" width="${n(width + 4)}" height="${n(size * 1.16)}" fill="${style.washes[hue]}"/>`;
      const rows = rhyme.shape === 'multi' || rhyme.shape === 'mosaic' ? [0.2, 0.28] : [0.22];
      for (const row of rows)
        drawn += `<path d="M${n(x)} ${n(y + size * row)}h${n(width)}" stroke="${style.hues[hue]}" stroke-width="${n(size * 0.055)}"${DASHES[rhyme.shape]}/>`;
    }
    const words = text.trim();
    if (words !== '') {
      // Spaces at the ends are passed over by whoever draws a text, so they are kept out of its length.
      const before = style.widthOf(text.slice(0, text.length - text.trimStart().length)) * scale;
      const voice = isAside ? ` fill="${style.soft}" font-style="italic"` : '';
      drawn += `<text x="${n(x + before)}" y="${n(y)}" textLength="${n(style.widthOf(words) * scale)}" lengthAdjust="spacingAndGlyphs"${voice}>${xml(words)}</text>`;
    }
    x += width;
  }
  const letter = line.end?.letter;
  if (letter !== undefined)
    drawn += `<text x="${n(EDGE + TEXT_WIDTH + 24)}" y="${n(y)}" font-family="${xml(style.sans)}" font-size="${n(size * 0.6)}" fill="${style.soft}">${xml(letter)}</text>`;
  return drawn;
}

const STRIP_LEFT = EDGE + TEXT_WIDTH + 64;
const stripScale = (strip: StripModel): number => Math.min(2, (WIDTH - EDGE - STRIP_LEFT) / strip.width);

function drawStrip(model: VerseModel, strip: StripModel, { top, style }: Omit<Place, 'size'>): string {
  const hueOf = (group: number): string => style.hues[model.hues[group] ?? 0] ?? style.ink;
  const bars = strip.bars.map(
    ({ x1, x2, y, group }) =>
      `<path d="M${x1} ${y}H${x2}" stroke="${hueOf(group)}" stroke-width="2.4" stroke-linecap="round"/>`,
  );
  const dots = strip.rows.flatMap((row) =>
    row.dots.map(({ x, y, group, rhymes, isEnd }) => {
      if (!rhymes || group === null) return `<circle cx="${x}" cy="${y}" r="1.4" fill="${style.rule}"/>`;
      const fill = `fill="${hueOf(group)}"`;
      return isEnd
        ? `<circle cx="${x}" cy="${y}" r="${STEP * 0.37}" ${fill}/>`
        : `<path d="${diamond(x, y)}" ${fill}/>`;
    }),
  );
  const place = `translate(${STRIP_LEFT} ${n(top)}) scale(${stripScale(strip).toFixed(3)})`;
  return `<g transform="${place}">${bars.join('')}${dots.join('')}</g>`;
}
