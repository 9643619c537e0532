/** A place in the net: where each word leads, and what it means to stop here. */
interface Node<Value> {
  next: Map<string, Node<Value>[]> | undefined;
  value: Value | undefined;
  /** Reached by one word after one beginning only, so other phrases may share it. */
  readonly isShared: boolean;
}

interface Match<Value> {
  /** Words. */
  length: number;
  value: Value;
}

const ANY = '*';

/**
 * Words and phrases with alternatives, found by the longest match. In a phrase `(a/b c/)` is a choice, whose empty part
 * allows it to be absent, and `*` is any one word.
 */
export class PhraseNet<Value> {
  readonly #root: Node<Value> = emptyNode(true);
  readonly #merge: (before: Value, more: Value) => Value;

  /** `merge` combines the values of a phrase that is added twice. */
  constructor(merge: (before: Value, more: Value) => Value) {
    this.#merge = merge;
  }

  add(phrase: string, value: Value): void {
    let ends = [this.#root];
    for (const choice of choicesOf(phrase)) ends = extend(ends, choice);
    for (const end of ends) {
      if (end === this.#root) throw new Error(`the phrase "${phrase}" can be empty`);
      end.value = end.value === undefined ? value : this.#merge(end.value, value);
    }
  }

  /** Whether some phrase begins with a word. */
  opens(word: string): boolean {
    return this.#root.next?.has(word) ?? false;
  }

  /** The longest match from `at`; `formsAt` gives the spellings of a word, none behind the last. */
  longest(at: number, formsAt: (at: number) => readonly string[]): Match<Value> | null {
    return longestFrom(this.#root, { at, length: 0 }, formsAt);
  }
}

function longestFrom<Value>(
  node: Node<Value>,
  { at, length }: { at: number; length: number },
  formsAt: (at: number) => readonly string[],
): Match<Value> | null {
  let best: Match<Value> | null = node.value === undefined ? null : { length, value: node.value };
  const follow = (word: string): void => {
    for (const next of node.next?.get(word) ?? []) {
      const found = longestFrom(next, { at, length: length + 1 }, formsAt);
      if (found !== null && found.length > (best?.length ?? 0)) best = found;
    }
  };
  if (node.next === undefined) return best;
  const forms = formsAt(at + length);
  for (const form of forms) follow(form);
  if (length > 0 && forms.length > 0) follow(ANY);
  return best;
}

function extend<Value>(ends: readonly Node<Value>[], choice: readonly string[]): Node<Value>[] {
  const [word] = choice;
  const [end] = ends;
  if (end !== undefined && ends.length === 1 && choice.length === 1 && word !== undefined)
    return [sharedStep(end, word)];
  const target = emptyNode<Value>(false);
  for (const option of choice) {
    const words = option.split(' ').filter((part) => part !== '');
    const last = words.pop();
    if (last === undefined) continue;
    for (const from of ends) link(words.reduce(ownStep, from), last, target);
  }
  return choice.includes('') ? [...ends, target] : [target];
}

function sharedStep<Value>(from: Node<Value>, word: string): Node<Value> {
  const known = from.next?.get(word)?.find(({ isShared }) => isShared);
  return known ?? link(from, word, emptyNode<Value>(true));
}

function ownStep<Value>(from: Node<Value>, word: string): Node<Value> {
  return link(from, word, emptyNode<Value>(false));
}

function emptyNode<Value>(isShared: boolean): Node<Value> {
  return { next: undefined, value: undefined, isShared };
}

function link<Value>(from: Node<Value>, word: string, to: Node<Value>): Node<Value> {
  from.next ??= new Map();
  const known = from.next.get(word);
  if (known === undefined) from.next.set(word, [to]);
  else known.push(to);
  return to;
}

/** `put (him/her) in the dirt` as a list of choices: [put], [him, her], [in], [the], [dirt]. */
function choicesOf(phrase: string): string[][] {
  if (!phrase.includes('(')) return phrase.split(' ').map((word) => [word]);
  return Array.from(phrase.matchAll(/\(([^()]*)\)|[^\s()]+/g), ([whole, options]) =>
    options === undefined ? [whole] : options.split('/').map((option) => option.trim()),
  );
}
