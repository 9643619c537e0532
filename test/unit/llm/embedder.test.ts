import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createEmbedder, toUnitVector } from '../../../src/llm/embedder.ts';

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const vectors = (minLength: number) => fc.array(number, { minLength, maxLength: minLength + 40 });
const lengthOf = (vector: readonly number[]) => Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));

describe('a unit vector', () => {
  it('has 512 numbers, the same direction and length 1', () => {
    fc.assert(
      fc.property(vectors(512), (vector) => {
        const cut = vector.slice(0, 512);
        fc.pre(lengthOf(cut) > 1e-100);
        const unit = toUnitVector(vector);
        expect(unit).toHaveLength(512);
        expect(lengthOf(unit)).toBeCloseTo(1, 9);
        const scale = lengthOf(cut);
        for (const [i, x] of unit.entries()) expect(x * scale).toBeCloseTo(cut[i] ?? 0, 3);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['too few numbers', [1, 0]],
    ['nothing but zeros', new Array(512).fill(0)],
    ['a number that is none', [...new Array(511).fill(1), Number.NaN]],
    ['a number without end', [...new Array(511).fill(1), Number.POSITIVE_INFINITY]],
    ['numbers too large to square', new Array(512).fill(1e200)],
  ])('is not computed from %s', (_, vector) => {
    expect(() => toUnitVector(vector)).toThrow();
  });
});

describe('an embedder', () => {
  const model = (name: string) => createEmbedder({ baseUrl: 'http://127.0.0.1:1', apiKey: 'k', model: name });

  it('does not read an answer of more than 6 MB to its end', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        if (sent > 30) controller.close();
        else controller.enqueue(new Uint8Array(1_000_000).fill(0x20));
      },
    });
    vi.stubGlobal('fetch', async () => new Response(body));
    const embedding = model('any').embed(['a word'], 'query');
    await expect(embedding).rejects.toMatchObject({ code: 'UPSTREAM_REJECTED', reason: 'too_long' });
    vi.unstubAllGlobals();
    expect(sent).toBeLessThan(15);
  });

  it('knows the languages of its model, and treats an unknown model as English only', () => {
    const local = model('universal-sentence-encoder-lite');
    expect(['en', 'es', null].map((language) => local.supports(language))).toEqual([true, false, true]);
    expect(['en', 'es', null].map((language) => model('qwen3-embedding').supports(language))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('that cannot be reached gives UPSTREAM_UNAVAILABLE', async () => {
    await expect(model('any').embed(['a'], 'query')).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      retryable: true,
    });
    expect(await model('any').embed([], 'query')).toEqual([]);
  });
});
