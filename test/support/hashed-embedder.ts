import type { Embedder } from '../../src/llm/types.ts';

/** An embedder whose vectors depend only on the model's name and the text. */
export function hashedEmbedder(
  model: string,
  options: { languages?: string[]; maxInputBytes?: number } = {},
): Embedder {
  return {
    model,
    maxInputBytes: options.maxInputBytes ?? 8000,
    supports: (language) => options.languages?.includes(language ?? 'en') ?? true,
    embed: async (texts) => texts.map((text) => vectorOf(`${model}\n${text}`)),
  };
}

function vectorOf(text: string): number[] {
  let state = 2166136261;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 16777619);
  const vector = Array.from({ length: 512 }, () => {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 374761393;
    return (state >>> 8) / 2 ** 24 - 0.5;
  });
  const length = Math.hypot(...vector);
  return vector.map((x) => x / length);
}
