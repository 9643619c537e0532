import type { ButtonHTMLAttributes } from 'preact';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'disabled'> {
  /** `primary`: the one thing to do here. `danger`: what cannot be undone. `quiet`: a word among words. */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  isWide?: boolean;
  /** Not to be used now. The button keeps the focus, which a disabled one would lose. */
  isBusy?: boolean;
}

export function Button({ kind = 'plain', isWide = false, isBusy = false, onClick, ...rest }: ButtonProps) {
  const looks = ['button', kind !== 'plain' && `button-${kind}`, isWide && 'button-wide'];
  return (
    <button
      type="button"
      {...rest}
      class={looks.filter(Boolean).join(' ')}
      {...(isBusy && { 'aria-disabled': true })}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
