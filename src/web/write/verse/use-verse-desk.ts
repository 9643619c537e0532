import { useState } from 'preact/hooks';
import type { GenerationEvent } from '../../api/types.ts';
import { useWriting, type Writing } from '../stream/use-writing.ts';
import {
  FIRST_FORM,
  type KeptLine,
  leadingLines,
  linesAsked,
  type VerseForm,
  verseOrder,
} from './verse-order.ts';

type DataOf<Name extends GenerationEvent['event']> = Extract<GenerationEvent, { event: Name }>['data'];
export type VerseLine = DataOf<'line'>;
export type VerseMeasures = DataOf<'report'>;

/** The verse that is ordered, and what came of it: kept while another tool is open. */
export interface VerseDesk {
  form: VerseForm;
  setForm: (form: VerseForm) => void;
  writing: Writing<VerseLine, VerseMeasures>;
  /** Lines at its beginning that are the writer's own. */
  led: number;
  /** Numbers of the lines to keep. */
  kept: readonly number[];
  setKept: (kept: readonly number[]) => void;
  /** Orders a verse that goes on from these lines of the writer. */
  write: (leading: readonly string[]) => void;
  /** Orders the lines anew that are not kept. */
  rewrite: () => void;
}

const asKept = ({ number, text }: VerseLine): KeptLine => ({ line: number, text });

export function useVerseDesk(): VerseDesk {
  const [form, setForm] = useState(FIRST_FORM);
  const [kept, setKept] = useState<readonly number[]>([]);
  const [led, setLed] = useState(0);
  const writing = useWriting<VerseLine, VerseMeasures>('/generate');
  const write = (leading: readonly string[]) => {
    setKept([]);
    setLed(leading.length);
    const lines = linesAsked(form) + leading.length;
    writing.start(verseOrder(form, { lines, kept: leadingLines(leading) }));
  };
  const rewrite = () => {
    const { lines } = writing.written;
    const stay = lines.filter(({ number }) => number <= led || kept.includes(number));
    writing.start(verseOrder(form, { lines: lines.length, kept: stay.map(asKept) }), stay);
  };
  return { form, setForm, writing, led, kept, setKept, write, rewrite };
}
