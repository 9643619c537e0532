import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../src/lib/hash.ts';
import { AnalysisReplySchema } from '../../../src/llm/prompts/analysis-reply.ts';
import { analysisPrompt, echoesPrompt, PROMPT_VERSION } from '../../../src/llm/prompts/analysis-v2.ts';
import { repairPrompt } from '../../../src/llm/prompts/repair.ts';
import { EMOTIONS } from '../../../src/lyrics/emotion/emotion-names.ts';
import { THEMES } from '../../../src/lyrics/themes/theme-names.ts';
import { SOUND_REPLY } from '../../support/judged-verse.ts';

const { system, user, schema } = analysisPrompt([
  { number: 3, text: 'first' },
  { number: 5, text: 'second' },
]);

type Node = { [key: string]: unknown };

/** Every object schema inside a JSON schema. */
function objectsIn(node: unknown): Node[] {
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.values(node).flatMap(objectsIn);
  return 'properties' in node && 'type' in node ? [node as Node, ...inner] : inner;
}

describe('the prompt', () => {
  it('matches its version: changed wording needs a new version', async () => {
    expect([PROMPT_VERSION, (await sha256Hex(system + repairPrompt(['fault']))).slice(0, 16)]).toEqual([
      'analysis-v2',
      '3e00d588b193e9fa',
    ]);
  });

  it('names every theme and emotion, and gives no value for any field', () => {
    for (const theme of THEMES) expect(system).toContain(`- ${theme}: `);
    for (const emotion of EMOTIONS) expect(JSON.stringify(schema)).toContain(`"${emotion}"`);
    expect(system).not.toMatch(/\b0?\.\d|"(?:label|score|strength|level|quality|confidence)"\s*:\s*["\d]/);
  });

  it('shows numbered lines between delimiters', () => {
    expect(user).toBe('<lyrics>\n3| first\n5| second\n</lyrics>');
  });

  it('requests a closed schema: every field required, no others allowed', () => {
    const objects = objectsIn(schema.schema);
    expect(objects.length).toBeGreaterThan(8);
    for (const { properties, required, additionalProperties } of objects) {
      expect(required).toEqual(Object.keys(properties as Node));
      expect(additionalProperties).toBe(false);
    }
    expect(AnalysisReplySchema.parse(SOUND_REPLY)).toEqual(SOUND_REPLY);
  });

  it.each([
    ['what this song is about, in the words of somebody', true],
    ['who speaks,  TO whom.', true],
    ['a son who counts what his mother gave', false],
    ['fame', false],
  ])('recognises its own words: %s', (words, echo) => {
    expect(echoesPrompt(words)).toBe(echo);
  });
});
