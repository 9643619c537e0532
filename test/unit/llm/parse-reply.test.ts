import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../src/llm/parse-reply.ts';

const answer = { mood: 'calm', themes: ['work'], score: 0.5 };
const json = JSON.stringify(answer);

describe('a reply is parsed', () => {
  it.each([
    ['bare', json],
    ['after a thought', `<think>\nLet me see {what} this is.\n</think>\n\n${json}`],
    ['after an empty thought', `<think>\n\n</think>\n\n${json}`],
    ['after a thought that only the template opened', `I should say {"mood": "sad"}.\n</think>\n${json}`],
    ['after a longer draft in such a thought', `{"mood": "${'very '.repeat(30)}sad"}\n</think>\n${json}`],
    ['before stray ends of thoughts', `${json}</think> so </think> be it`],
    ['after nested thoughts', `<think>a <think>b</think> c</think>${json}`],
    ['after a thought inside which another was never closed', `<think>a <think>b</think>${json}`],
    ['before a thought', `${json}\n<think>Was that right?</think>`],
    ['before a thought that never ends', `${json}\n<think>Was that`],
    ['between two thoughts', `<think>{"draft": 1}</think>${json}<think>{"draft": 2}</think>`],
    ['inside a fence', `\`\`\`json\n${json}\n\`\`\``],
    ['inside prose', `Sure! Here it is: ${json} I hope that helps.`],
    ['beside braces that are none of it', `The set {a, b} } {} { and ${json} or {}.`],
    ['spread over lines', JSON.stringify(answer, null, 2)],
    ['inside a list', `[${json}]`],
  ])('%s', (_, text) => {
    expect(parseReply(text)).toEqual({ value: answer });
  });

  it('with braces, quotes and reasoning tags inside its strings', () => {
    const tricky = { quote: 'I said "{" and <think> and </think> and \\', more: '}' };
    expect(parseReply(`Well: ${JSON.stringify(tricky)} done`)).toEqual({ value: tricky });
  });

  it('for any object and any text around it', () => {
    const noise = fc.stringMatching(/^[\p{L}\p{N} .,:;!?'"()\n`*#>-]*$/u, { size: 'small' });
    const key = fc.string({ minLength: 1 }).filter((name) => name !== '__proto__');
    const object = fc.dictionary(key, fc.jsonValue({ maxDepth: 3 }), { minKeys: 1 });
    const thought = fc.option(fc.string().filter((text) => !/<\/?think>/.test(text)));
    fc.assert(
      fc.property(noise, thought, object, noise, (before, thinking, value, after) => {
        const opening = thinking === null ? '' : `<think>${thinking}</think>`;
        const text = `${before}${opening}\n${JSON.stringify(value)}\n${after}`;
        expect(parseReply(text)).toEqual({ value: JSON.parse(JSON.stringify(value)) });
      }),
    );
  });
});

describe('an unusable reply gives the reason', () => {
  it.each([
    ['empty', ''],
    ['empty', ' \n '],
    ['too_long', 'x'.repeat(100_001)],
    ['unfinished_thought', '<think>\nOkay, let me'],
    ['unfinished_thought', '<think>a</think><think>b'],
    ['no_json', 'I cannot do that.'],
    ['no_json', 'Use { and } well.'],
    ['malformed_json', '{"mood": "calm", "score": NaN}'],
    ['malformed_json', '{"mood": "calm",}'],
    ['malformed_json', '{"mood": "calm", "themes": [{"theme": "work"}, {"the'],
    ['malformed_json', '{"mood": {"label": "calm"} "score": 1}'],
  ])('%s: %j', (fault, text) => {
    expect(parseReply(text)).toEqual({ fault });
  });

  it('in linear time for any number of braces', () => {
    expect(parseReply('{'.repeat(100_000))).toEqual({ fault: 'no_json' });
    expect(parseReply('{"a":'.repeat(20_000))).toEqual({ fault: 'malformed_json' });
  });
});

describe('a reply of any marks', () => {
  const marks = ['{', '}', '{}', '{"a":', '"', '\\', '<think>', '</think>', 'a', ':', '1', ',', ' '];
  const soup = fc.string({ unit: fc.constantFrom(...marks) });
  const isThoughtful = (text: string): boolean => /<\/?think>/.test(text);

  /** Every object in the text, found by trying each pair of braces. */
  function objectsIn(text: string): unknown[] {
    const at = (brace: string): number[] => [...text].flatMap((char, i) => (char === brace ? [i] : []));
    return at('{').flatMap((start) =>
      at('}').flatMap((end) => {
        try {
          return start < end ? [JSON.parse(text.slice(start, end + 1)) as unknown] : [];
        } catch {
          return [];
        }
      }),
    );
  }

  it('is answered with an object that stands in it', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const parsed = parseReply(text);
        if ('value' in parsed) expect(objectsIn(text)).toContainEqual(parsed.value);
      }),
    );
  });

  it('is faulted for what is there', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const parsed = parseReply(text);
        const fault = 'fault' in parsed ? parsed.fault : null;
        expect(fault === 'empty').toBe(text.trim() === '');
        if (fault === 'unfinished_thought') expect(text).toContain('<think>');
        if (fault === 'malformed_json') expect(text).toContain('{"');
        if (fault === 'no_json' && !isThoughtful(text)) expect(objectsIn(text)).toEqual([]);
      }),
    );
  });

  it('is read when it ends in an object, and none of the marks before it opens anything', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const before = text.replaceAll(/[{}<>]/g, ' ');
        expect(parseReply(`${before}{"b":2}`)).toEqual({ value: { b: 2 } });
      }),
    );
  });
});
