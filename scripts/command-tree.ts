import type { Command } from 'commander';

export interface Leaf {
  description: string;
  /** Adds arguments, options and action. Called only for the command that is asked for: its modules take time to load. */
  load: () => Promise<(command: Command) => void>;
}

export interface Branch {
  description: string;
  commands: Tree;
}

export type Tree = Readonly<Record<string, Leaf | Branch>>;

/** Adds every command of the tree by its name and description, and all of the one that `words` begin with. */
export async function addCommands(parent: Command, tree: Tree, words: readonly string[]): Promise<void> {
  for (const [name, entry] of Object.entries(tree)) {
    const command = parent.command(name).description(entry.description);
    if (name !== words[0]) continue;
    if ('commands' in entry) await addCommands(command, entry.commands, words.slice(1));
    else (await entry.load())(command);
  }
}

/**
 * The words as Commander reads them: `help search` is `search --help`, so that the options are loaded, and a name that does
 * not exist stands alone, so that it is refused and not answered with the help of the level above.
 */
export function askedWords(tree: Tree, words: readonly string[]): string[] {
  const [name, ...rest] = words;
  if (name === undefined || name.startsWith('-')) return [...words];
  if (name === 'help') return rest.length === 0 ? ['--help'] : askedWords(tree, [...rest, '--help']);
  const entry = Object.hasOwn(tree, name) ? tree[name] : undefined;
  if (entry === undefined) return [name];
  return 'commands' in entry ? [name, ...askedWords(entry.commands, rest)] : [...words];
}
