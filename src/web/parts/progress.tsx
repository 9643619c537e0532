import { partsText } from '../text/parts.ts';

interface ProgressProps {
  label: string;
  done: number;
  total: number;
  /** How long the rest will take, or null when nobody knows; see `secondsLeft`. */
  secondsLeft?: number | null;
}

/** How much is done, of how much, and how long the rest will take. */
export function Progress({ label, done, total, secondsLeft = null }: ProgressProps) {
  const facts = [
    partsText.done(done, total),
    secondsLeft !== null && done < total && partsText.timeLeft(secondsLeft),
  ];
  return (
    <div class="progress">
      <span class="progress-label">{label}</span>
      <progress value={done} max={Math.max(1, total)} aria-label={label} />
      <span class="progress-facts number">{facts.filter(Boolean).join(' · ')}</span>
    </div>
  );
}
