import { useEffect, useRef, useState } from 'preact/hooks';
import { followWriting, NOTHING_WRITTEN, type Written } from './writing-stream.ts';

export interface Writing<Line, Report> {
  written: Written<Line, Report>;
  /** Asks for a text; `kept` are lines that stand from the beginning. A text under way is stopped. */
  start: (body: unknown, kept?: readonly Line[]) => void;
  stop: () => void;
}

/** A text of the server as it comes, by the path that writes it. */
export function useWriting<Line extends { number: number }, Report>(path: string): Writing<Line, Report> {
  const [written, setWritten] = useState<Written<Line, Report>>(NOTHING_WRITTEN);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = (body: unknown, kept: readonly Line[] = []) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const show = (next: Written<Line, Report>) => {
      if (running.current === controller) setWritten(next);
    };
    const fresh = { ...NOTHING_WRITTEN, lines: kept };
    void followWriting(path, { body, signal: controller.signal, start: fresh }, show);
  };
  return { written, start, stop: () => running.current?.abort() };
}
