import type { ComponentChildren } from 'preact';
import { Tabs } from '../parts/tabs.tsx';
import { PageHeading } from '../shell/page-heading.tsx';
import { exploreText } from '../text/explore.ts';
import './explore.css';

export const EXPLORE_VIEWS = ['trends', 'words', 'map', 'artists'] as const;
export type ExploreView = (typeof EXPLORE_VIEWS)[number];

interface ExploreFrameProps {
  view: ExploreView;
  /** What the tab of the browser is called. */
  title: string;
  heading: string;
  isWide?: boolean;
  children: ComponentChildren;
}

/** The four ways to explore, and the heading of the one that is open. */
export function ExploreFrame({ view, title, heading, isWide = false, children }: ExploreFrameProps) {
  const tabs = EXPLORE_VIEWS.map((one) => ({
    href: `/app/explore/${one}`,
    label: exploreText.views[one],
    isCurrent: one === view,
  }));
  return (
    <div class={isWide ? 'explore explore-wide' : 'explore'}>
      <Tabs label={exploreText.label} tabs={tabs} />
      <PageHeading title={title} class="explore-heading">
        {heading}
      </PageHeading>
      {children}
    </div>
  );
}
