import { Finder } from './finder/finder.tsx';
import type { RhymeSearch } from './finder/use-finder.ts';
import { NextLines } from './next/next-lines.tsx';
import { useSuggestions } from './next/use-suggestions.ts';
import type { PadController } from './pad/pad-controller.ts';
import { StylePanel } from './style/style-panel.tsx';
import { useStyleDesk } from './style/use-style-desk.ts';
import { useVerseDesk } from './verse/use-verse-desk.ts';
import { VersePanel } from './verse/verse-panel.tsx';
import type { Tool } from './write-address.ts';

/** The tool beside the pad. What was asked of the others stays, and goes on being written. */
export function Beside({ pad, tool, search }: { pad: PadController; tool: Tool; search: RhymeSearch }) {
  const suggestions = useSuggestions();
  const verse = useVerseDesk();
  const style = useStyleDesk(pad);
  switch (tool) {
    case 'rhymes':
      return <Finder pad={pad} search={search} />;
    case 'next':
      return <NextLines pad={pad} suggestions={suggestions} />;
    case 'verse':
      return <VersePanel pad={pad} desk={verse} />;
    case 'style':
      return <StylePanel pad={pad} desk={style} />;
  }
}
