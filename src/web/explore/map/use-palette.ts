import { useEffect, useState } from 'preact/hooks';
import { PALETTES, type Palette } from './tones.ts';

const DARK = '(prefers-color-scheme: dark)';

/** What points are drawn with on the paper that the reader's device asks for. */
export function usePalette(): Palette {
  const [isDark, setDark] = useState(() => window.matchMedia(DARK).matches);
  useEffect(() => {
    const query = window.matchMedia(DARK);
    const read = () => setDark(query.matches);
    query.addEventListener('change', read);
    return () => query.removeEventListener('change', read);
  }, []);
  return isDark ? PALETTES.dark : PALETTES.light;
}
