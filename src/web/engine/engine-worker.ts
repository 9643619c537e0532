import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { findRhymes } from '../../lyrics/rhyme/finder/rhyme-finder.ts';
import { exactText } from '../../lyrics/text/exact-text.ts';
import { offsetsAsSent } from '../../lyrics/text/sent-offsets.ts';
import { loadLexicon } from './load-lexicon.ts';
import type { Question, Reply, TaskName, Tasks } from './messages.ts';
import { TextReader } from './read-text.ts';

interface Engine {
  lexicon: Lexicon;
  reader: TextReader;
}

const reply = (message: Reply): void => self.postMessage(message);

let opening: Promise<Engine> | null = null;

async function open(): Promise<Engine> {
  const lexicon = await loadLexicon();
  reply({ kind: 'ready' });
  return { lexicon, reader: new TextReader(lexicon) };
}

/** A failed download is tried again at the next question. */
function engine(): Promise<Engine> {
  opening ??= open().catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** A part of the engine did not come. */
class UnloadedError extends Error {
  override readonly name = 'UnloadedError' as const;
}

async function loadAnalysis(): Promise<typeof import('../../lyrics/analyze.ts')> {
  try {
    return await import('../../lyrics/analyze.ts');
  } catch (cause) {
    throw new UnloadedError('analyze.ts', { cause });
  }
}

async function answer({ lexicon, reader }: Engine, question: Question): Promise<Tasks[TaskName]['answer']> {
  switch (question.task) {
    case 'read':
      return reader.read(question.text, question.sureness);
    case 'mark':
      return reader.mark(question.text);
    case 'rhymes':
      return findRhymes(lexicon, question.word, question.options);
    case 'analyse': {
      // The tables of feelings and themes weigh as much as the rest of the engine: loaded when first asked for.
      const { analyzeLyrics } = await loadAnalysis();
      return offsetsAsSent(analyzeLyrics(exactText(question.text), { lexicon }), question.text);
    }
  }
}

self.addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  const { id } = data;
  let opened: Engine;
  try {
    opened = await engine();
  } catch (error) {
    console.warn(error);
    return reply({ kind: 'refusal', id, reason: 'lexicon' });
  }
  try {
    reply({ kind: 'answer', id, answer: await answer(opened, data) });
  } catch (error) {
    console.warn(error);
    reply({ kind: 'refusal', id, reason: error instanceof UnloadedError ? 'unloaded' : 'broken' });
  }
});
