import { z } from 'zod';
import type { ImportLine } from '../../src/services/import/import-tracks.ts';

export interface BatchItem {
  id?: string;
  lyrics: string;
}

export interface BatchFile {
  items: BatchItem[];
  /** Lines that are no item, and why; the limits of an item's text are the API's to judge. */
  rejected: { line: number; reason: string }[];
}

const RowSchema = z.looseObject({
  lyrics: z.string(),
  id: z
    .union([z.string(), z.number()])
    .transform(String)
    .nullish()
    .transform((id) => (id === null || id === '' ? undefined : id)),
});

/** Items of a file whose rows hold `lyrics` and may hold an `id`; other fields are passed over. */
export async function readBatchItems(rows: AsyncIterable<ImportLine>): Promise<BatchFile> {
  const file: BatchFile = { items: [], rejected: [] };
  for await (const line of rows) {
    if ('reason' in line) {
      file.rejected.push({ line: line.line, reason: line.reason });
      continue;
    }
    const row = RowSchema.safeParse(line.row);
    if (row.success) {
      const { id, lyrics } = row.data;
      file.items.push({ lyrics, ...(id === undefined ? {} : { id }) });
    } else {
      file.rejected.push({ line: line.line, reason: 'it has no text under "lyrics"' });
    }
  }
  return file;
}
