import { PageHeading } from './page-heading.tsx';

export function LostPage() {
  return (
    <div class="column">
      <PageHeading title="No such page">No such page</PageHeading>
      <p>
        There is no page at this address. <a href="/">Search the songs instead.</a>
      </p>
    </div>
  );
}
