import type { TextareaHTMLAttributes } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface TextAreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'class' | 'id' | 'value'> {
  label: string;
  isLabelHidden?: boolean;
  value: string;
  /** A line under it: what may stand here, how much is left. */
  hint?: string;
}

const GROWS_ITSELF = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content');

/** A text area as high as its text. */
export function TextArea({ label, isLabelHidden = false, value, hint, ...rest }: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = area.current;
    if (GROWS_ITSELF || element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [value]);
  return (
    <div class="text-area">
      <label for={id} class={isLabelHidden ? 'unseen' : undefined}>
        {label}
      </label>
      <textarea
        ref={area}
        id={id}
        value={value}
        {...(hint !== undefined && { 'aria-describedby': `${id}-hint` })}
        {...rest}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
