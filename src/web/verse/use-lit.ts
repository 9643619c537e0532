import { useState } from 'preact/hooks';

export interface Lit {
  /** The group that is lit: the one pointed at or focused, else the one that was chosen. */
  group: number | null;
  chosen: number | null;
  /** Points at a group, or at none. */
  point: (group: number | null) => void;
  /** Chooses a group, or the chosen one again to let go of it. */
  choose: (group: number | null) => void;
}

/** Which rhyme group is lit, in text, strip and list at once. `chosen` stands in the address where there is one. */
export function useLit(chosen: number | null, onChoose: (group: number | null) => void): Lit {
  const [pointed, setPointed] = useState<number | null>(null);
  const choose = (group: number | null) => {
    setPointed(null);
    onChoose(group === chosen ? null : group);
  };
  return { group: pointed ?? chosen, chosen, point: setPointed, choose };
}

/** The group that an element of text or strip belongs to; null for one of none. */
export function groupAt(target: EventTarget | null): number | null {
  if (!(target instanceof Element)) return null;
  const group = target.closest('[data-group]')?.getAttribute('data-group');
  return group == null ? null : Number(group);
}

/** What lights groups by the pointer: given to the element around all that belongs to one. */
export function lightingBy({ point, choose }: Lit) {
  return {
    onPointerOver: (event: PointerEvent) => {
      if (event.pointerType !== 'touch') point(groupAt(event.target));
    },
    onPointerLeave: () => point(null),
    onClick: (event: MouseEvent) => {
      const group = groupAt(event.target);
      if (group !== null) choose(group);
    },
  };
}
