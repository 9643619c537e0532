import { shellText } from '../text/shell.ts';
import { PageHeading } from './page-heading.tsx';

export function LostPage() {
  const { title, text, way } = shellText.lost;
  return (
    <div class="column">
      <PageHeading title={title}>{title}</PageHeading>
      <p>
        {text}
        <a href="/">{way}</a>
      </p>
    </div>
  );
}
