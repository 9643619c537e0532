import { useKey } from '../api/key.ts';
import { shellText } from '../text/shell.ts';
import { askedWords } from './asked-words.ts';
import { PageHeading } from './page-heading.tsx';
import { meantView, navLinks } from './pages.ts';

/** An address that no view has: says so, offers what may have been meant, and the views that there are. */
export function LostPage({ path }: { path: string }) {
  const { title, text, way, meant, meantEnd, maybe, views } = shellText.lost;
  const words = askedWords(path);
  const view = meantView(path);
  const links = navLinks(path, useKey() !== null).filter(({ href }) => href !== '/');
  return (
    <div class="column lost">
      <PageHeading title={title}>{title}</PageHeading>
      {view !== null && (
        <p>
          {meant}
          <a href={view.href}>{view.label}</a>
          {meantEnd}
        </p>
      )}
      <p>
        {text}
        <a href="/">{way}</a>
      </p>
      {words !== null && (
        <p>
          <a href={`/?q=${encodeURIComponent(words)}`}>{maybe(words)}</a>
        </p>
      )}
      <section aria-labelledby="lost-views">
        <h2 id="lost-views" class="label">
          {views}
        </h2>
        <ul>
          {links.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
