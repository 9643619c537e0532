import { shellText } from '../text/shell.ts';
import { MainNav } from './main-nav.tsx';
import { Mark } from './mark.tsx';

export function Header({ path }: { path: string }) {
  return (
    <header class="masthead">
      <a class="wordmark" href="/">
        <Mark />
        {shellText.site}
      </a>
      <MainNav path={path} />
    </header>
  );
}
