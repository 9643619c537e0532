import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../../src/llm/reply/parse-reply.ts';

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

  it.each([
    ['think', '<think>%D</think>%A'],
    ['in capitals', '<Think>%D</Think>%A'],
    ['with an attribute', '<think time="3">%D</think>%A'],
    ['thinking', '<thinking>%D</thinking>\n%A'],
    ['thought', '<thought>%D</thought>%A'],
    ['reasoning', '<reasoning>%D</reasoning> <answer>%A</answer>'],
    ['reflection after thinking', '<thinking>%D</thinking><reflection>%D</reflection><output>%A</output>'],
    ['scratchpad', '<scratchpad>%D</scratchpad>%A'],
    ['draft', '<draft>%D</draft><final>%A</final>'],
    ['Magistral', '[THINK]%D[/THINK]%A'],
    ['Kimi', '◁think▷%D◁/think▷%A'],
    ['Command A', '<|START_THINKING|>%D<|END_THINKING|><|START_RESPONSE|>%A<|END_RESPONSE|>'],
    ['OpenThinker', '<|begin_of_thought|>%D<|end_of_thought|><|begin_of_solution|>%A<|end_of_solution|>'],
    ['Seed', '<seed:think>%D</seed:think>%A'],
    [
      'harmony',
      '<|channel|>analysis<|message|>%D<|end|><|start|>assistant<|channel|>final<|message|>%A<|return|>',
    ],
    ['harmony without its tokens', 'analysisWe could say %D.assistantfinal%A'],
    ['only the end of a thought', '%D</thinking>%A'],
    ['a draft in words', 'First draft:\n%D\nFinal answer:\n%A'],
    ['a draft in a fence', '```json\n%D\n```\nOn reflection:\n```json\n%A\n```'],
    ['a thought after the answer', '%A<reasoning>%D'],
  ])('without the longer draft in its thought: %s', (_, text) => {
    const draft = JSON.stringify({ ...answer, mood: 'sad', reasons: ['one', 'two', 'three'] });
    expect(parseReply(text.replaceAll('%D', draft).replaceAll('%A', json))).toEqual({ value: answer });
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

describe('almost JSON is mended', () => {
  it.each([
    ['a comma after the last field', '{"mood": "calm", "themes": ["work",], "score": 0.5,}', answer],
    ['a missing comma', '{"mood": "calm" "themes": ["work"]\n"score": 0.5}', answer],
    ['no value for a number', '{"mood": "calm", "score": NaN}', { mood: 'calm', score: null }],
    ['infinite numbers', '{"a": Infinity, "b": -Infinity}', { a: null, b: null }],
    ['the word NaN in a text', '{"a": "NaN, or Infinity", "b": NaN}', { a: 'NaN, or Infinity', b: null }],
    ['undefined', '{"mood": "calm", "score": undefined}', { mood: 'calm', score: null }],
    ['line comments', '{"mood": "calm", // quiet\n"score": 0.5}', { mood: 'calm', score: 0.5 }],
    ['block comments', '{"mood": "calm", /* {quiet} */ "score": 0.5}', { mood: 'calm', score: 0.5 }],
    ['a comment before the first key', '{// how it feels\n"mood": "calm"}', { mood: 'calm' }],
    ['a comment with a bracket before it', '{ /* {one} */ // two\n mood: "calm"}', { mood: 'calm' }],
    ['a raw line break', '{"mood": "calm\nand slow"}', { mood: 'calm\nand slow' }],
    ['a raw tab', '{"mood": "calm\tand slow"}', { mood: 'calm\tand slow' }],
    ['Python', "{'mood': 'calm', 'sure': True, 'why': None}", { mood: 'calm', sure: true, why: null }],
    ['an apostrophe in Python', `{'mood': "it's calm", 'score': 0.5}`, { mood: "it's calm", score: 0.5 }],
    [
      'a brace in a Python text',
      "{'mood': 'calm } or not', 'score': 0.5}",
      { mood: 'calm } or not', score: 0.5 },
    ],
    ['keys without quotes', '{mood: "calm", score: 0.5}', { mood: 'calm', score: 0.5 }],
    ['typographic quotes', '{“mood”: “calm”, “score”: 0.5}', { mood: 'calm', score: 0.5 }],
    ['quotes inside a text', '{"mood": "a "calm" one", "score": 0.5}', { mood: 'a "calm" one', score: 0.5 }],
    ['one quote inside a text', '{"mood": "6" tall", "score": 0.5}', { mood: '6" tall', score: 0.5 }],
    ['numbers as people write them', '{"a": .5, "b": +1, "c": -2}', { a: 0.5, b: 1, c: -2 }],
    ['escaped as a string', '{\\"mood\\": \\"calm\\"}', { mood: 'calm' }],
    ['a JSON string', JSON.stringify(json), answer],
  ])('%s', (_, text, value) => {
    expect(parseReply(text)).toEqual({ value });
    expect(parseReply(`Here: \n\`\`\`json\n${text}\n\`\`\``)).toEqual({ value });
  });
});

describe('a wrapper is removed', () => {
  const fits = (value: Record<string, unknown>) => 'mood' in value && 'score' in value;
  it.each([
    ['a tool call', `<tool_call>{"name": "judge", "arguments": ${json}}</tool_call>`],
    ['a tool call with its arguments as text', JSON.stringify({ name: 'judge', arguments: json })],
    ['a call in a call', `{"type": "function", "function": {"name": "judge", "parameters": ${json}}}`],
    ['one key', `{"analysis": ${json}}`],
    ['two keys, one inside the other', `{"status": "ok", "result": {"data": ${json}}}`],
    ['the schema', `{"type": "object", "properties": ${json}}`],
  ])('%s', (_, text) => {
    expect(parseReply(text)).toEqual({ value: answer });
    expect(parseReply(text, fits)).toEqual({ value: answer });
  });

  it.each([
    ['a fence in a string', JSON.stringify({ output: `\`\`\`json\n${json}\n\`\`\`` })],
    ['behind its draft', `{"draft": {"mood": "sad", "score": 1}, "final": ${json}}`],
    ['before its draft', `{"revised": ${json}, "first_draft": {"mood": "sad", "score": 1}}`],
    ['an unknown key', `{"verdict_of_the_song": ${json}}`],
    ['beside other fields', `{"notes": "long", "mine": ${json}, "more": {"a": 1}}`],
    ['a list', `{"songs": [{"a": 1}, ${json}]}`],
    ['before an object that does not fit', `${json}\nUsage: {"tokens": 3}`],
    ['after one that does not fit', `{"mood": "calm"} ${json}`],
    ['after a longer one that fits', `{"mood": "sad", "score": 1, "more": "${'x'.repeat(99)}"} ${json}`],
  ])('an object that fits is found in or beside others: %s', (_, text) => {
    expect(parseReply(text, fits)).toEqual({ value: answer });
  });

  it('an answer whose only field looks like a wrapper stays whole where it fits', () => {
    const value = { result: { data: 1 } };
    expect(parseReply(JSON.stringify(value), (found) => 'result' in found)).toEqual({ value });
  });

  it('of objects that do not fit the last is shown', () => {
    expect(parseReply('{"a": 1} {"b": 2} {}', fits)).toEqual({ value: { b: 2 } });
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
    ['malformed_json', '{"mood": "calm", "themes": [{"theme": "work"}, {"the'],
    ['malformed_json', '{"mood": "calm", "themes": [{"theme": "work"}'],
    ['malformed_json', '{"mood": "calm", "themes": ["work"}'],
    ['malformed_json', '{"mood": "calm", "summary": "It goes on and'],
    ['unfinished_thought', '<|channel|>analysis<|message|>{"mood": "sad"} or'],
    ['unfinished_thought', '<reasoning>{"mood": "sad"}'],
    ['no_json', '<thinking>{"mood": "sad"}</thinking>'],
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

  it('is answered with an object that stands in it, or is mended from one that cannot be read', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const parsed = parseReply(text);
        if (!('value' in parsed) || objectsIn(text).some((object) => isDeepStrictEqual(object, parsed.value)))
          return;
        expect(text).toMatch(/\{\s*"?[a-z\\"]/);
        for (const key of Object.keys(parsed.value)) expect(text).toContain(key);
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
        if (fault === 'malformed_json') expect(text).toMatch(/\{\s*["a\\]/);
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
