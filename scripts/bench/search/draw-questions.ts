import { THEMES } from '../../../src/lyrics/themes/theme-names.ts';
import type { CatalogueModel } from '../../lab/catalogue-model.ts';
import { openVocabulary } from '../../lab/vocabulary.ts';
import { seededRandom } from '../../local/sites/stable-random.ts';

/** What people type: a few words, a whole question, one word that is everywhere, and a name with a letter missing. */
const KINDS = ['words', 'words', 'question', 'question', 'common', 'name'] as const;
const QUESTION_WORDS = 9;

/** Names in the catalogue, to be misspelt. */
export interface Names {
  artist: string;
  title: string;
}

/** Distinct queries in the proportions of `KINDS`, the same for the same seed. */
export async function drawQuestions(
  model: CatalogueModel,
  options: { count: number; seed: string; names: readonly Names[] },
): Promise<string[]> {
  const vocabulary = await openVocabulary(model.text);
  const random = seededRandom(`questions ${options.seed}`);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const content = () => pick(vocabulary.words.slice(150, 5000)) ?? 'song';
  const themed = () => pick(vocabulary.themes[pick(THEMES) ?? 'love']) ?? 'love';
  const write = (kind: (typeof KINDS)[number]): string => {
    switch (kind) {
      case 'words':
        return [themed(), content(), ...(random() < 0.5 ? [content()] : [])].join(' ');
      case 'question':
        return [
          themed(),
          ...Array.from({ length: QUESTION_WORDS - 1 }, () => vocabulary.wordAt(random())),
        ].join(' ');
      case 'common':
        return `${pick(vocabulary.words.slice(60, 200)) ?? 'know'} ${pick(vocabulary.words.slice(60, 200)) ?? 'know'}`;
      case 'name': {
        const { artist, title } = pick(options.names) ?? { artist: 'Nobody', title: 'Nothing' };
        const at = 1 + Math.floor(random() * (artist.length - 2));
        return `${artist.slice(0, at)}${artist.slice(at + 1)} ${title}`;
      }
    }
  };
  const questions = new Set<string>();
  for (let i = 0; questions.size < options.count; i++)
    questions.add(write(KINDS[i % KINDS.length] ?? 'words'));
  return [...questions];
}
