/** Whether Postgres and UTF-8 can hold the text: no NUL character, no lone surrogate. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();
