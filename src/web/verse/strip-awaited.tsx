import { Waiting } from '../parts/waiting.tsx';
import { verseText } from '../text/verse.ts';

/** Height of a row of the strip as it will be drawn, in pixels. */
const ROW = 14.85;

/** Holds the place of the strip while the engine is on its way, so that nothing below it moves. */
export function StripAwaited({ lines }: { lines: number }) {
  return (
    <div class="strip-frame" style={{ minHeight: `${lines * ROW}px` }}>
      <Waiting text={verseText.engine.opening} />
    </div>
  );
}

/** The same for the band on a phone, which stands above the text. */
export function StripBandAwaited() {
  return (
    <div class="strip-band">
      <Waiting text={verseText.engine.opening} />
    </div>
  );
}
