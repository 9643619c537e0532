import { Mark } from './mark.tsx';

export function Header({ path }: { path: string }) {
  return (
    <header class="masthead">
      <a class="wordmark" href="/">
        <Mark />
        Barline
      </a>
      <nav aria-label="Main">
        <a href="/" aria-current={path === '/' ? 'page' : undefined}>
          Search
        </a>
        <a href="/docs">API</a>
      </nav>
    </header>
  );
}
