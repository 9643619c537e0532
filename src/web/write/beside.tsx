import { useState } from 'preact/hooks';
import { Finder } from './finder/finder.tsx';
import type { RhymeSearch } from './finder/use-finder.ts';
import { NextLines } from './next-lines.tsx';
import type { PadController } from './pad/pad-controller.ts';
import { useWriting } from './stream/use-writing.ts';
import { type StyledLine, type StyleMeasures, StylePanel } from './style/style-panel.tsx';
import { FIRST_FORM } from './verse/verse-order.ts';
import { type VerseLine, type VerseMeasures, VersePanel } from './verse/verse-panel.tsx';
import type { Tool } from './write-address.ts';

/** The tool beside the pad. What was asked of the others stays, and goes on being written. */
export function Beside({ pad, tool, search }: { pad: PadController; tool: Tool; search: RhymeSearch }) {
  const [form, setForm] = useState(FIRST_FORM);
  const [artist, setArtist] = useState('');
  const verse = useWriting<VerseLine, VerseMeasures>('/generate');
  const style = useWriting<StyledLine, StyleMeasures>('/style-transfer');
  switch (tool) {
    case 'rhymes':
      return <Finder pad={pad} search={search} />;
    case 'next':
      return <NextLines pad={pad} />;
    case 'verse':
      return <VersePanel pad={pad} form={form} onForm={setForm} writing={verse} />;
    case 'style':
      return <StylePanel pad={pad} artist={artist} onArtist={setArtist} writing={style} />;
  }
}
