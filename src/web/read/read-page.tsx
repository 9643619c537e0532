import { useEffect, useRef, useState } from 'preact/hooks';
import { PAGE_PATHS } from '../../lib/page-paths.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { navigate } from '../router/history.ts';
import { PageHeading } from '../shell/page-heading.tsx';
import type { PageProps } from '../shell/pages.ts';
import { readText } from '../text/read.ts';
import '../styles/read.css';
import { packText, unpackText } from './pack-text.ts';
import { ReadForm } from './read-form.tsx';
import { parseReadHash, type ReadState, readHash } from './read-state.ts';
import { ReadVerse } from './read-verse.tsx';

/** The text of an address: unpacked, damaged, or none. */
type Unpacked = { packed: string; text: string | null };

function useUnpacked(packed: string): Unpacked | null {
  const [unpacked, setUnpacked] = useState<Unpacked | null>(null);
  useEffect(() => {
    if (packed === '') return;
    let isCurrent = true;
    void unpackText(packed).then((text) => {
      if (isCurrent) setUnpacked({ packed, text });
    });
    return () => {
      isCurrent = false;
    };
  }, [packed]);
  return unpacked?.packed === packed ? unpacked : null;
}

// Line ends and composed letters as the engine and the server read them, so that all offsets agree.
const exactText = (text: string): string =>
  text.normalize('NFC').replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n');

/** The state of an address; a fragment that names a part of the page ("#content") leaves it as it was. */
function useReadState(hash: string): ReadState {
  const last = useRef('');
  if (hash === '' || hash.includes('=')) last.current = hash;
  return parseReadHash(last.current);
}

/** Reads a text that the reader gives; it stands in the fragment of the address and goes nowhere else. */
export function ReadPage({ place }: PageProps) {
  const state = useReadState(place.hash);
  const unpacked = useUnpacked(state.text);
  const [isChanging, setChanging] = useState(false);

  const change = (part: Partial<ReadState>) =>
    navigate(`${PAGE_PATHS.read}${readHash({ ...state, ...part })}`, { isChoice: true });
  const read = async (text: string, title: string) => {
    setChanging(false);
    const packed = await packText(exactText(text));
    navigate(`${PAGE_PATHS.read}${readHash({ ...state, text: packed, title, group: null })}`);
  };

  if (state.text !== '' && unpacked === null) return <Waiting text={readText.unpacking} />;
  const text = unpacked?.text ?? null;
  if (state.text !== '' && text === null) return <Damaged />;
  if (text === null || isChanging)
    return (
      <div class="column read-start">
        <PageHeading title={readText.title}>{readText.title}</PageHeading>
        <p class="lead">{readText.lead}</p>
        <ReadForm text={text ?? ''} title={state.title} onRead={(...given) => void read(...given)} />
      </div>
    );
  return <ReadVerse text={text} state={state} onChange={change} onEdit={() => setChanging(true)} />;
}

function Damaged() {
  return (
    <div class="column">
      <PageHeading title={readText.damaged.title}>{readText.damaged.title}</PageHeading>
      <EmptyState sentence={readText.damaged.text}>
        <Button onClick={() => navigate(PAGE_PATHS.read)}>{readText.damaged.again}</Button>
      </EmptyState>
    </div>
  );
}
