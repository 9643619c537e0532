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
