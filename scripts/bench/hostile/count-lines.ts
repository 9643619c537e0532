import { z } from 'zod';
import { lineUnits } from '../../../src/lyrics/text/line-units.ts';

const SnippetSchema = z.object({ text: z.string() }).nullable();
const AnswerSchema = z.union([
  z
    .object({ id: z.int(), snippet: SnippetSchema })
    .transform(({ id, snippet }) => [{ id, text: snippet?.text }]),
  z
    .object({ items: z.array(z.object({ track: z.object({ id: z.int() }), snippet: SnippetSchema })) })
    .transform(({ items }) => items.map(({ track, snippet }) => ({ id: track.id, text: snippet?.text }))),
  z
    .object({
      items: z.array(
        z.object({ bars: z.array(z.object({ track_id: z.int(), bar: z.string().nullable() })) }),
      ),
    })
    .transform(({ items }) =>
      items.flatMap(({ bars }) =>
        bars.map(({ track_id, bar }) => ({ id: track_id, text: bar ?? undefined })),
      ),
    ),
]);

export interface LineCount {
  /** Counts the lyrics in a response body; other responses count as nothing. */
  add(body: unknown): void;
  /** Different lines of a song, pieces of long lines each by itself. */
  lines(): number;
  songs(): number;
  mostOfASong(): number;
}

/** What a client can reconstruct from the texts it receives. */
export function createLineCount(): LineCount {
  const taken = new Map<number, Set<string>>();
  const sizes = () => Array.from(taken.values(), (lines) => lines.size);
  return {
    add: (body) => {
      for (const { id, text } of AnswerSchema.safeParse(body).data ?? []) {
        if (text === undefined) continue;
        const lines = taken.get(id) ?? new Set();
        for (const unit of lineUnits(text)) lines.add(unit);
        taken.set(id, lines);
      }
    },
    lines: () => sizes().reduce((sum, size) => sum + size, 0),
    songs: () => taken.size,
    mostOfASong: () => Math.max(0, ...sizes()),
  };
}
