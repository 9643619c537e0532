import { useEffect, useRef, useState } from 'preact/hooks';
import { writeText } from '../../text/write.ts';
import type { PadController } from '../pad/pad-controller.ts';
import { RhymeWord } from './rhyme-word.tsx';
import type { RhymeSearch } from './use-finder.ts';

const NARROW = '(max-width: 61.99rem)';
const MOST = 24;

/** Whether the finder lies below the pad rather than beside it. */
export function useIsNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => window.matchMedia(NARROW).matches);
  useEffect(() => {
    const query = window.matchMedia(NARROW);
    const see = () => setNarrow(query.matches);
    query.addEventListener('change', see);
    return () => query.removeEventListener('change', see);
  }, []);
  return isNarrow;
}

function useHasFocus(pad: PadController): boolean {
  const [hasFocus, setFocus] = useState(pad.hasFocus);
  useEffect(() => pad.onFocus(setFocus), [pad]);
  return hasFocus;
}

/** Keeps an element above the keyboard on the screen, which covers the page without making it smaller. */
function useAboveKeyboard(element: { readonly current: HTMLElement | null }, isShown: boolean): void {
  useEffect(() => {
    const { visualViewport: seen } = window;
    if (!isShown || seen === null) return;
    const place = () => {
      const covered = Math.max(0, window.innerHeight - seen.height - seen.offsetTop);
      element.current?.style.setProperty('--keyboard', `${Math.round(covered)}px`);
    };
    place();
    const events = new AbortController();
    seen.addEventListener('resize', place, { signal: events.signal });
    seen.addEventListener('scroll', place, { signal: events.signal });
    return () => events.abort();
  }, [isShown]);
}

/** On a small screen, while the verse is written: the best rhymes of the last word in one row within the thumb's reach. */
export function RhymeStrip({ pad, search }: { pad: PadController; search: RhymeSearch }) {
  const hasFocus = useHasFocus(pad);
  const strip = useRef<HTMLElement>(null);
  const { found, reading } = search;
  const items = (found.answer?.items ?? []).filter((item) => item.reading === reading).slice(0, MOST);
  const isShown = useIsNarrow() && hasFocus && items.length > 0;
  useAboveKeyboard(strip, isShown);
  if (!isShown) return null;
  return (
    <section ref={strip} class="rhyme-strip" aria-label={writeText.rhymes.strip(found.word)}>
      <ul>
        {items.map((item) => (
          <li key={item.word}>
            <RhymeWord item={item} showsCount onPick={(word) => pad.insertWord(word)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
