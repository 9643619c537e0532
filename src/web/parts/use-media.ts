import { useEffect, useState } from 'preact/hooks';

/** Where the words of the navigation are a bar at the foot of the screen, as in `nav.css`. */
export const PHONE = '(max-width: 37.49rem)';

/** Whether a media query holds, now and whenever that changes. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const see = () => setHolds(media.matches);
    see();
    media.addEventListener('change', see);
    return () => media.removeEventListener('change', see);
  }, [query]);
  return holds;
}
