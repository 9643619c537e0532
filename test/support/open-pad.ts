import type { BrowserContextOptions, Page } from 'playwright-core';
import { type OpenPage, openPage } from './open-page.ts';

/** The pad at an address of the view "Write", with its text area drawn. */
export async function openPad(address = '', options: BrowserContextOptions = {}): Promise<OpenPage> {
  const opened = await openPage(`/app/write${address}`, options);
  await padOf(opened.page).waitFor();
  return opened;
}

export const padOf = (page: Page) => page.getByRole('textbox', { name: 'Your verse' });

/** Waits until each of these words is coloured. */
export async function waitForColours(page: Page, words: readonly string[]): Promise<void> {
  await page.waitForFunction((wanted) => {
    const marked = Array.from(document.querySelectorAll('.pad-mark'), (mark) => mark.textContent);
    return wanted.every((word) => marked.includes(word));
  }, words);
}

/** Waits until the pad holds this text. */
export async function waitForText(page: Page, text: string): Promise<void> {
  await padOf(page).waitFor();
  await page.waitForFunction((wanted) => document.querySelector('textarea')?.value === wanted, text);
}
