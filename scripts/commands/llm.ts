import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { parseReply } from '../../src/llm/parse-reply.ts';

interface SavedReply {
  id: string | null;
  content: string;
}

/** Replies from NDJSON with `content` (and `id`); a file that is no such thing is one reply. */
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

export function registerLlm(program: Command): void {
  const llm = program.command('llm').description('look at replies of language models');
  llm
    .command('parse')
    .description('find the JSON object in saved replies; prints one JSON object a reply')
    .argument('<file>', 'NDJSON with `content` and `id`, or one reply as text')
    .action(async (file: string) => {
      for (const { id, content } of readReplies(await readFile(file, 'utf8'))) {
        const parsed = parseReply(content);
        const result =
          'fault' in parsed ? { value: null, fault: parsed.fault } : { value: parsed.value, fault: null };
        console.log(JSON.stringify({ id, ...result }));
      }
    });
}
