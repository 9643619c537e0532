import { AsyncLocalStorage } from 'node:async_hooks';

/** When a Worker dies: before its n-th call to the outside is made, or after that has taken effect. */
export interface Death {
  call: number;
  when: 'before' | 'after';
}

const living = new AsyncLocalStorage<Life>();
const never = (): Promise<never> => new Promise(() => undefined);

/**
 * The life of a Worker. Everything that it awaits from outside (statements, Redis, sites, models, queues) is a call; when
 * it has died, no call is made and none answers.
 */
export class Life {
  /** What the calls were, in order. */
  readonly calls: string[] = [];
  readonly #death: Death | null;
  readonly #died = Promise.withResolvers<'died'>();
  #isDead = false;

  constructor(death: Death | null) {
    this.#death = death;
  }

  /** Runs the work until it ends or its Worker dies. */
  run(work: () => Promise<void>): Promise<'ended' | 'died'> {
    const ended = living.run(this, work).then(() => 'ended' as const);
    return Promise.race([ended, this.#died.promise]);
  }

  async call<T>(what: string, make: () => Promise<T>): Promise<T> {
    if (this.#isDead) return never();
    this.calls.push(what);
    const number = this.calls.length;
    if (this.#diesAt(number, 'before')) return never();
    const answer = await make();
    if (this.#diesAt(number, 'after') || this.#isDead) return never();
    return answer;
  }

  #diesAt(call: number, when: Death['when']): boolean {
    if (this.#death?.call !== call || this.#death.when !== when) return false;
    this.#isDead = true;
    this.#died.resolve('died');
    return true;
  }
}

/** Calls of the running life are counted from now on, those of a dead one are held; returns what undoes it. */
export function watchFetch(nameOf: (url: URL) => string): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const life = living.getStore();
    if (life === undefined) return real(input, init);
    const url = new URL(input instanceof Request ? input.url : input);
    // The whole answer, so that what the server does for it has been done.
    return life.call(nameOf(url), async () => {
      const response = await real(input, init);
      const body = response.body === null ? null : await response.arrayBuffer();
      const { status, statusText, headers } = response;
      return new Response(body, { status, statusText, headers });
    });
  };
  return () => {
    globalThis.fetch = real;
  };
}

/** A call of the running life that is not a request, such as sending to a queue. */
export function callOutside<T>(what: string, make: () => Promise<T>): Promise<T> {
  const life = living.getStore();
  return life === undefined ? make() : life.call(what, make);
}
