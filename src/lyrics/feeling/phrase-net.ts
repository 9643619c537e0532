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
  #start: Place<Value> | undefined;

  /** `merge` combines the values of a phrase that is added twice. */
  constructor(merge: (before: Value, more: Value) => Value) {
    this.#merge = merge;
  }

  add(phrase: string, value: Value): void {
    this.#start = undefined;
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
    this.#start ??= placeOf([this.#root]);
    const best: Search<Value>['best'] = { length: 0, value: undefined };
    search(this.#start, 0, { at, formsAt, best });
    return best.value === undefined ? null : { length: best.length, value: best.value };
  }
}

/** All nodes that the same words lead to: one step from here follows every phrase at once. */
interface Place<Value> {
  value: Value | undefined;
  next: ReadonlyMap<string, readonly Node<Value>[]>;
  /** The places behind this one that were asked for. */
  known: Map<string, Place<Value>>;
}

interface Search<Value> {
  at: number;
  formsAt: (at: number) => readonly string[];
  best: { length: number; value: Value | undefined };
}

function placeOf<Value>(nodes: readonly Node<Value>[]): Place<Value> {
  const next = new Map<string, Node<Value>[]>();
  for (const node of nodes)
    for (const [word, targets] of node.next ?? []) next.set(word, [...(next.get(word) ?? []), ...targets]);
  return { value: nodes.find(({ value }) => value !== undefined)?.value, next, known: new Map() };
}

function search<Value>(place: Place<Value>, length: number, state: Search<Value>): void {
  const { best } = state;
  if (place.value !== undefined && length > best.length) {
    best.length = length;
    best.value = place.value;
  }
  if (place.next.size === 0) return;
  for (const form of state.formsAt(state.at + length)) {
    const behind = step(place, form, length > 0);
    if (behind !== undefined) search(behind, length + 1, state);
  }
}

// Only words of the phrases are remembered, so what is known stays as large as the phrases.
function step<Value>(place: Place<Value>, word: string, isInside: boolean): Place<Value> | undefined {
  const known = place.known.get(word);
  if (known !== undefined) return known;
  const own = place.next.get(word);
  const any = isInside ? place.next.get(ANY) : undefined;
  if (own === undefined && any === undefined) return undefined;
  const key = own === undefined ? ANY : word;
  const behind = place.known.get(key) ?? placeOf([...(own ?? []), ...(any ?? [])]);
  place.known.set(key, behind);
  return behind;
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
