import { join } from 'node:path';
import { CommandError } from '../../explain.ts';
import type { Sample } from '../dataset/candidate.ts';
import { TextIndex, textMarks } from '../dataset/near-duplicates.ts';
import { type Dataset, readDataset } from '../dataset/read-dataset.ts';
import { splitByArtist } from '../dataset/split-by-artist.ts';
import { unitOfArtists } from '../quality/labelled-songs.ts';
import { withRun } from '../run/lab-run.ts';
import type { AnswerForm } from './answer-forms.ts';
import { checkLine, jsonLine } from './check-lines.ts';
import { teach } from './prompts.ts';
import { BASE_MODELS, FEWEST_EXAMPLES, startCommand, type Trainer } from './start-command.ts';

export interface ExportOptions {
  dataset: string;
  trainer: Trainer;
  answer: AnswerForm;
  /** Null: the trainer's usual one. */
  model: string | null;
  /** Longest example that is kept, in estimated tokens. */
  maxTokens: number;
  /** Of the training songs, by whole artists. */
  validationShare: number;
  seed: number;
  /** Folder of all results. */
  results: string;
}

interface Half {
  examples: number;
  artists: number;
  /** Estimated. */
  tokens: number;
  longest_tokens: number;
}

export interface ExportedFinetune {
  dataset_hash: string;
  folder: string;
  trainer: Trainer;
  model: string;
  answer: AnswerForm;
  train: Half;
  validation: Half;
  /** Why songs give no example. */
  left_out: Record<string, number>;
  /** Shell lines that start the training. */
  start: string[];
}

interface Written {
  sample: Sample;
  line: string;
  tokens: number;
}

/**
 * Writes chat conversations to fine-tune a model with, in the form that OpenAI-compatible servers, Together and TRL take.
 * Only training songs of the data set are used, a part of them by other artists for validation: its test songs stay unseen,
 * for `lab evaluate`. Every written line is read again and judged. Throws `CommandError` where nothing sensible can be learned.
 */
export async function exportFinetune(options: ExportOptions): Promise<ExportedFinetune> {
  const { hash, samples } = await readDataset(options.dataset);
  const { results, seed, dataset: _, ...configuration } = options;
  return await withRun(
    { command: 'export-finetune', results, configuration, seed, dataHash: hash },
    async (run) => {
      const { halves, leftOut } = writeLines({ hash, samples }, options);
      const folder = join(run.folder, 'data');
      const text = (half: readonly Written[]): string => half.map(({ line }) => `${line}\n`).join('');
      await run.write(join('data', 'train.jsonl'), text(halves.train));
      await run.write(join('data', 'validation.jsonl'), text(halves.validation));
      const model = options.model ?? BASE_MODELS[options.trainer];
      const [train, validation] = [describeHalf(halves.train), describeHalf(halves.validation)];
      const longest = Math.max(train.longest_tokens, validation.longest_tokens);
      const exported: ExportedFinetune = {
        dataset_hash: hash,
        folder,
        trainer: options.trainer,
        model,
        answer: options.answer,
        train,
        validation,
        left_out: leftOut,
        start: startCommand(options.trainer, { folder, model, seed, longest }),
      };
      await run.writeJson('export.json', exported);
      return exported;
    },
  );
}

type Halves = Record<'train' | 'validation', Written[]>;

function writeLines(
  { samples }: Dataset,
  options: ExportOptions,
): { halves: Halves; leftOut: Record<string, number> } {
  const { answer, maxTokens, validationShare, seed, trainer } = options;
  const leftOut: Record<string, number> = {};
  const written = samples
    .filter(({ split }) => split === 'train')
    .flatMap((sample): Written[] => {
      const taught = teach(sample, answer);
      const line = 'example' in taught ? jsonLine(taught.example) : '';
      const { tokens, fault } =
        'example' in taught ? checkLine(line, maxTokens) : { tokens: 0, fault: taught.leftOut };
      if (fault === null) return [{ sample, line, tokens }];
      leftOut[fault] = (leftOut[fault] ?? 0) + 1;
      return [];
    });
  const places = splitByArtist(
    written.map(({ sample }) => sample),
    { share: validationShare, seed },
  );
  const half = (name: Sample['split']) => written.filter((_, at) => places[at]?.split === name);
  const halves: Halves = { train: half('train'), validation: half('test') };
  assertTeaches(halves, { leftOut, fewest: FEWEST_EXAMPLES[trainer], answer });
  assertApart(halves, samples);
  return { halves, leftOut };
}

function assertTeaches(
  { train, validation }: Halves,
  { leftOut, fewest, answer }: { leftOut: Record<string, number>; fewest: number; answer: AnswerForm },
): void {
  const reasons = Object.entries(leftOut).map(([why, count]) => `${why} ${count}`);
  const why = reasons.length === 0 ? 'the data set has too few' : `left out: ${reasons.join(', ')}`;
  if (train.length < fewest || train.length === 0)
    throw new CommandError(
      `${train.length} examples to train on, at least ${Math.max(1, fewest)} are needed; ${why}.${
        answer === 'full' ? ' --answer targets needs no answers of a model.' : ''
      }`,
    );
  if (validation.length === 0)
    throw new CommandError(
      'All training songs are by one artist: none can be kept for validation. Prepare a larger data set.',
    );
  const answers = new Set(train.map(({ line }) => line.slice(line.lastIndexOf('"role":"assistant"'))));
  if (answers.size === 1)
    throw new CommandError('All answers are equal: a model would learn to give this one to any song.');
}

/** A trained model must not have seen an artist or a text of what it is judged by. */
function assertApart({ train, validation }: Halves, samples: readonly Sample[]): void {
  const unit = unitOfArtists(samples.map(({ artist }) => artist));
  const artists = new Set(train.map(({ sample }) => unit(sample.artist)));
  const texts = new TextIndex<string>();
  for (const { sample } of train) {
    const marks = textMarks(sample.lyrics);
    if (marks !== null) texts.add(marks, sample.id);
  }
  const judged = [
    ...validation.map(({ sample }) => sample),
    ...samples.filter(({ split }) => split === 'test'),
  ];
  for (const sample of judged) {
    if (artists.has(unit(sample.artist)))
      throw new CommandError(`Leak: ${sample.artist} is in training and in the songs that judge it.`);
    const marks = textMarks(sample.lyrics);
    if (marks !== null && texts.find(marks).length > 0)
      throw new CommandError(
        `Leak: the text of "${sample.title}" by ${sample.artist} is in training too, the same or nearly so. Prepare the data set again.`,
      );
  }
}

function describeHalf(half: readonly Written[]): Half {
  return {
    examples: half.length,
    artists: new Set(half.map(({ sample }) => sample.artist)).size,
    tokens: half.reduce((sum, { tokens }) => sum + tokens, 0),
    longest_tokens: half.reduce((most, { tokens }) => Math.max(most, tokens), 0),
  };
}
