import { trimOf } from '../../lib/trim-text.ts';
import { Button } from '../parts/button.tsx';
import { tell } from '../parts/toast.tsx';
import { verseText } from '../text/verse.ts';
import { HUES } from './assign-hues.ts';
import { drawPicture, type PictureStyle } from './picture.ts';
import { toStrip } from './strip-model.ts';
import type { VerseModel } from './verse-model.ts';

/** The colours and fonts of the page as it is seen now. */
function pageStyle(): PictureStyle {
  const computed = getComputedStyle(document.documentElement);
  const token = (name: string) => computed.getPropertyValue(name).trim();
  const each = (name: string) => Array.from({ length: HUES }, (_, hue) => token(`${name}-${hue}`));
  const serif = token('--serif');
  const context = document.createElement('canvas').getContext('2d');
  if (context !== null) context.font = `100px ${serif}`;
  return {
    paper: token('--paper'),
    ink: token('--ink'),
    soft: token('--ink-soft'),
    rule: token('--field'),
    washes: each('--rhyme'),
    hues: each('--hue'),
    serif,
    sans: token('--sans'),
    widthOf: (text) => context?.measureText(text).width ?? 50 * text.length,
  };
}

/** The title as the name of a file. */
function fileName(title: string): string {
  const plain = trimOf(title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-'), '-');
  return plain.slice(0, 60) || verseText.picture.file;
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun when this runs.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Beyond it no browser keeps a canvas, in pixels of a side. */
const MOST_PIXELS = 16_000;

async function toPng(svg: string): Promise<Blob> {
  const image = new Image();
  // The page's policy allows images of its own origin and of data.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(2, MOST_PIXELS / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = image.width * scale;
  canvas.height = image.height * scale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png'),
  );
}

/** Saves the coloured verse with its strip as a file. */
export function SavePicture({ model, title }: { model: VerseModel; title: string }) {
  const draw = () => drawPicture(model, toStrip(model), title, pageStyle());
  const saveSvg = () => save(new Blob([draw()], { type: 'image/svg+xml' }), `${fileName(title)}.svg`);
  const savePng = async () => {
    try {
      save(await toPng(draw()), `${fileName(title)}.png`);
    } catch {
      tell({ text: verseText.picture.failed });
    }
  };
  return (
    <p class="save-picture">
      <Button kind="quiet" onClick={() => void savePng()}>
        {verseText.picture.png}
      </Button>
      <Button kind="quiet" onClick={saveSvg}>
        {verseText.picture.svg}
      </Button>
    </p>
  );
}
