import { analyzeLyrics } from '../../src/lyrics/analyze.ts';
import { type Lexicon, openLexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import { compound } from '../../src/lyrics/sentiment/vader.ts';

interface Order {
  /** Timed together: the clock of workerd ticks in milliseconds. */
  readonly texts: readonly string[];
  readonly subject: 'engine' | 'vader';
}

let lexicon: Lexicon | undefined;

const readVader = (text: string): void => {
  for (const line of text.split('\n')) compound(line);
};

function run({ texts, subject }: Order, opened: Lexicon): number {
  const start = performance.now();
  for (const text of texts) {
    if (subject === 'engine') analyzeLyrics(text, { lexicon: opened });
    else readVader(text);
  }
  return (performance.now() - start) / texts.length;
}

async function answer(request: Request): Promise<Response> {
  if (new URL(request.url).pathname === '/lexicon') {
    const bytes = await request.arrayBuffer();
    const start = performance.now();
    lexicon = openLexicon(bytes);
    const found = lexicon.find('rhyme') !== undefined;
    return Response.json({ found, first_lookup_ms: performance.now() - start });
  }
  if (!lexicon) return new Response('send the lexicon first', { status: 409 });
  return Response.json({ ms: run((await request.json()) as Order, lexicon) });
}

// biome-ignore lint/style/noDefaultExport: the entry of a Worker module
export default { fetch: answer };
