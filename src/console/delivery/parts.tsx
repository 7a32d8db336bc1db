import { wordsFor } from "../../words/index.ts";
import { Tabs } from "../kit/parts.tsx";
import { CONSOLE_PAGES, type ConsoleView } from "../shell.tsx";

export const DELIVERY = CONSOLE_PAGES.delivery;

const TABS = {
  sending: DELIVERY,
  suppressed: `${DELIVERY}/suppressed`,
  reports: `${DELIVERY}/reports`,
} as const;

export function DeliveryTabs({ view, current }: { view: ConsoleView; current: keyof typeof TABS }) {
  const { delivery } = wordsFor(view.locale).screens;
  return (
    <Tabs
      view={view}
      label={wordsFor(view.locale).consoleWords.page.delivery}
      tabs={(Object.keys(TABS) as (keyof typeof TABS)[]).map((each) => ({
        path: TABS[each],
        label: delivery.tabs[each],
        current: each === current,
      }))}
    />
  );
}
