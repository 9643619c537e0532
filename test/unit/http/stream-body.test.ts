import { describe, expect, it } from 'vitest';
import { eventText } from '../../../src/http/event-stream.ts';
import { streamBody } from '../../../src/http/stream-body.ts';

/** A source that records how many parts it produced and whether it was closed. */
function makeParts(count: number, fail = false) {
  const made = { parts: 0, ended: false };
  async function* parts(): AsyncGenerator<string> {
    try {
      for (let i = 0; i < count; i++) {
        made.parts += 1;
        yield `part ${i}\n`;
      }
      if (fail) throw new Error('the source broke');
    } finally {
      made.ended = true;
    }
  }
  return { made, body: streamBody(parts()) };
}

describe('a streamed body', () => {
  it('is produced only as far as it is read', async () => {
    const { made, body } = makeParts(1000);
    const reader = body.getReader();
    expect(made.parts).toBe(0);
    await reader.read();
    await reader.read();
    expect(made.parts).toBe(2);
    await reader.cancel();
    expect(made).toEqual({ parts: 2, ended: true });
  });

  it('is complete, or ends with an error', async () => {
    expect(await new Response(makeParts(3).body).text()).toBe('part 0\npart 1\npart 2\n');
    await expect(new Response(makeParts(3, true).body).text()).rejects.toThrow();
  });
});

describe('an event stream', () => {
  it('contains each event in one data line, and comments between events', async () => {
    async function* values() {
      yield { id: '1-0', text: 'first\nsecond' };
      yield null;
    }
    const parts: string[] = [];
    const toEvent = (value: { id: string; text: string } | null) =>
      value && { event: 'progress', id: value.id, data: { text: value.text } };
    for await (const part of eventText(values(), toEvent)) parts.push(part);
    expect(parts).toEqual([
      'event: progress\nid: 1-0\ndata: {"text":"first\\nsecond"}\n\n',
      ': nothing new\n\n',
    ]);
  });
});
