import { useEffect, useState } from 'preact/hooks';
import { partsText } from '../text/parts.ts';

const SLOW_MS = 3_000;

/** Says what is awaited, and after a while that it takes longer than usual. */
export function Waiting({ text }: { text: string }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p class="waiting" role="status">
      {text}
      {isSlow && ` ${partsText.slow}`}
    </p>
  );
}
