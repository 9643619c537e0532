import type { ImportLine } from '../import-tracks.ts';
import { isSuspect, type Repair, repairMojibake } from './mojibake.ts';
import type { ReaderNotes } from './notes.ts';

const MAX_DEPTH = 4;

/** Repairs the texts of a row whose encoding was confused before, counts it, and says so with the row. */
export function repairRow(line: ImportLine, notes: ReaderNotes): ImportLine {
  if ('reason' in line) return line;
  const texts: string[] = [];
  mapTexts(line.row, (text) => {
    texts.push(text);
    return text;
  });
  if (!texts.some(isSuspect)) return line;
  const repairs = repairMojibake(texts);
  const repaired = total(repairs, 'repaired');
  const left = total(repairs, 'left');
  if (repaired > 0) notes.mojibakeRepaired += 1;
  if (left > 0) notes.mojibakeLeft += 1;
  let at = 0;
  const row = mapTexts(line.row, (text) => repairs[at++]?.text ?? text);
  const changes = [
    { kind: 'mojibake' as const, count: repaired },
    { kind: 'mojibake_left' as const, count: left },
  ].filter(({ count }) => count > 0);
  return { line: line.line, row, changes };
}

const total = (repairs: readonly Repair[], key: 'repaired' | 'left'): number =>
  repairs.reduce((sum, repair) => sum + repair[key], 0);

/** The value with each text in it replaced; the texts come in a fixed order. */
function mapTexts(value: unknown, replace: (text: string) => string, depth = MAX_DEPTH): unknown {
  if (typeof value === 'string') return replace(value);
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, replace, depth - 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, mapTexts(one, replace, depth - 1)]),
  );
}
