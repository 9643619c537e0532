import { readFile } from 'node:fs/promises';
import { openLexicon } from '../../../src/lyrics/phonetics/lexicon.ts';
import { compose } from '../../../src/ml/compose/compose.ts';
import { openGeneralModel } from '../../../src/ml/compose/general-model.ts';
import type { Materials } from '../../../src/ml/compose/types.ts';
import { COMPOSE_MODEL_FILE } from '../../build.ts';
import { readLexicon } from '../../read-lexicon.ts';
import type { ChatRequest } from './chat-simulator.ts';

const ORDERED =
  /^(\d+): letter ([A-Z-]|[^\s,]), (?:given: <line>(.*)<\/line>|(\d+)(?: to (\d+))? syllables)$/gm;
const STANDING = /^(\d+)\| (.+)$/gm;
const WANTED = /^- (\d+): /gm;
const TOO_MUCH = ' and so on and on until the very end of everything';
const NO_RHYME = ' beyond the orange';

let materials: Promise<Materials> | null = null;

async function readMaterials(): Promise<Materials> {
  const [lexicon, model] = await Promise.all([readLexicon(), readFile(COMPOSE_MODEL_FILE)]);
  const bytes = Uint8Array.from(model).buffer;
  return { lexicon: openLexicon(lexicon), general: openGeneralModel(bytes), sources: [] };
}

interface Wanted {
  order: RegExpExecArray[];
  /** Lines that are asked for, from 1. */
  numbers: ReadonlySet<number>;
  /** Lines that stand, by number. */
  standing: ReadonlyMap<number, string>;
}

function readRequest({ messages }: ChatRequest): Wanted {
  const [question = '', ...later] = messages
    .filter(({ role }) => role === 'user')
    .map(({ content }) => content);
  const order = [...question.matchAll(ORDERED)];
  const repair = later.at(-1);
  const given = order.flatMap(([, number, , text]) =>
    text === undefined ? [] : [[Number(number), text] as const],
  );
  const said = [...(repair ?? '').matchAll(STANDING)].map(([, n, text = '']) => [Number(n), text] as const);
  const standing = new Map([...given, ...said]);
  const open = order.map(([, number]) => Number(number)).filter((number) => !standing.has(number));
  const asked =
    repair === undefined ? open : [...repair.matchAll(WANTED)].map(([, number]) => Number(number));
  return { order, numbers: new Set(asked), standing };
}

/** A line that misses what was ordered, in one of three ways; null for one that is left out. */
const missed = (text: string, kind: number): string | null =>
  kind === 0 ? null : kind === 1 ? `${text}${TOO_MUCH}` : `${text.replace(/\s\S+$/, '')}${NO_RHYME}`;

/** Writes the lines that a request orders, as a model might: `miss` is the share of lines that do not fit. */
export async function writeVerse(
  request: ChatRequest,
  { miss, turn }: { miss: number; turn: number },
): Promise<string> {
  materials ??= readMaterials();
  const { order, numbers, standing } = readRequest(request);
  const composed = compose(
    {
      lines: order.length,
      scheme: order.map(([, , letter]) => letter).join(''),
      syllables: order.map(([, , , , min, max]) => ({
        min: Number(min ?? 6),
        max: Number(max ?? min ?? 14),
      })),
      maxCharacters: null,
      rhyme: 'single',
      topic: [],
      style: null,
      keep: order.map(([, number]) => standing.get(Number(number)) ?? null),
      seed: turn,
      temperature: 0.8,
    },
    await materials,
  );
  if (!composed.ok) return 'I cannot write this.';
  const lines = composed.lines.flatMap(({ text }, at) => {
    const number = at + 1;
    if (!numbers.has(number)) return [];
    // Spread evenly over lines and turns, the same in every run.
    const isMissed = ((number * 7 + turn * 3) % 10) / 10 < miss;
    const said = isMissed ? missed(text, (number + turn) % 3) : text;
    return said === null ? [] : [`${number}| ${said}`];
  });
  return lines.join('\n');
}
