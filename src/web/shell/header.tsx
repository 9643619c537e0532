import { Mark } from './mark.tsx';

export function Header() {
  return (
    <header class="masthead">
      <a class="wordmark" href="/">
        <Mark />
        Barline
      </a>
      <nav aria-label="Main">
        <a href="/">Search</a>
        <a href="/docs">API</a>
      </nav>
    </header>
  );
}
