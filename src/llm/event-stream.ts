import { z } from 'zod';

const ChunkSchema = z.looseObject({
  model: z.string().nullish(),
  choices: z
    .array(
      z.looseObject({
        index: z.number().nullish(),
        finish_reason: z.string().nullish(),
        delta: z
          .looseObject({ content: z.string().nullish(), reasoning_content: z.string().nullish() })
          .nullish(),
      }),
    )
    .nullish(),
  usage: z.unknown().optional(),
  error: z.unknown().optional(),
});

function jsonOf(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

/** The data of each event (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
function eventsOf(text: string): string[] {
  return text
    .split(/\r\n\r\n|\n\n|\r\r/)
    .map((event) =>
      event
        .split(/\r\n|\n|\r/)
        .flatMap((line) => (line.startsWith('data:') ? [line.slice(5).replace(/^ /, '')] : []))
        .join('\n'),
    )
    .filter((data) => data !== '');
}

const textOf = (data: string): string => {
  const choices = ChunkSchema.safeParse(jsonOf(data)).data?.choices ?? [];
  return choices.map(({ index, delta }) => ((index ?? 0) === 0 ? (delta?.content ?? '') : '')).join('');
};

/** Reads a stream as it arrives: `feed` takes the next piece of it and returns the text that its whole events add. */
export function createTextReader(): { feed: (piece: string) => string } {
  let open = '';
  return {
    feed: (piece) => {
      open += piece;
      const end = Math.max(...['\n\n', '\r\n\r\n', '\r\r'].map((mark) => open.lastIndexOf(mark)));
      if (end < 0) return '';
      const whole = open.slice(0, end);
      open = open.slice(end);
      return eventsOf(whole).map(textOf).join('');
    },
  };
}

/**
 * The completion that a server streamed, also if nobody asked for a stream, in the shape of one that was not; undefined
 * if the text is no event stream. A stream that breaks off counts as cut off at the limit of tokens.
 */
export function completionOfEvents(text: string): object | undefined {
  if (!/^\s*(?:data|event|id|retry)?:/.test(text)) return undefined;
  const events = eventsOf(text);
  if (events.length === 0) return undefined;
  const chunks = events
    .map((data) => ChunkSchema.safeParse(jsonOf(data)).data)
    .filter((one) => one !== undefined);
  const failed = chunks.find(({ error }) => error != null);
  if (failed !== undefined) return { error: failed.error };
  const choices = chunks.flatMap((chunk) => (chunk.choices ?? []).filter(({ index }) => (index ?? 0) === 0));
  const joined = (field: 'content' | 'reasoning_content') =>
    choices.map(({ delta }) => delta?.[field] ?? '').join('');
  const finish = choices.findLast(({ finish_reason }) => finish_reason != null)?.finish_reason;
  return {
    model: chunks.find(({ model }) => model != null)?.model ?? null,
    choices: [
      {
        finish_reason: finish ?? (events.at(-1) === '[DONE]' ? 'stop' : 'length'),
        message: { content: joined('content'), reasoning_content: joined('reasoning_content') },
      },
    ],
    usage: chunks.findLast(({ usage }) => usage != null)?.usage ?? null,
  };
}
