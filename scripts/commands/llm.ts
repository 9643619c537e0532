import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { inputFile } from '../command-options.ts';
import { CommandError } from '../explain.ts';

interface SavedReply {
  id: string | null;
  content: string;
}

/** Replies from NDJSON with `content` (and `id`); any other file is one reply. */
function readReplies(text: string): SavedReply[] {
  try {
    const rows = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    if (rows.every((row) => typeof row.content === 'string'))
      return rows.map((row) => ({
        id: row.id == null ? null : String(row.id),
        content: String(row.content),
      }));
  } catch {
    // Not NDJSON: read below.
  }
  return [{ id: null, content: text }];
}

export function addLlmParse(command: Command): void {
  command
    .argument('<file>', 'NDJSON with `content` and `id`, or one reply as text', inputFile)
    .action(async (file: string) => {
      const { parseReply } = await import('../../src/llm/reply/parse-reply.ts');
      const text = await readFile(file, 'utf8');
      if (text.trim() === '') throw new CommandError(`${file} holds no reply.`);
      for (const { id, content } of readReplies(text)) {
        const parsed = parseReply(content);
        const result =
          'fault' in parsed ? { value: null, fault: parsed.fault } : { value: parsed.value, fault: null };
        console.log(JSON.stringify({ id, ...result }));
      }
    });
}
