import { Action, Badge, Confirm, Empty, Facts, Tabs } from "../../src/console/kit/parts.tsx";
import { Paging, Table } from "../../src/console/kit/table.tsx";
import { type ConsoleView, renderScreen } from "../../src/console/shell.tsx";

const view: ConsoleView = {
  locale: "en",
  organisation: "Acme",
  timeZone: "Europe/Paris",
  user: {
    id: "1",
    email: "lea@acme.example",
    name: "Léa Roth",
    role: "admin",
    hearsOfAnswers: false,
    invitedAt: new Date(0),
    removedAt: null,
  },
  saved: "Saved.",
};

type Row = { vendor: string; services: number; state: "good" | "waiting" | "bad" };
const rows: Row[] = [
  { vendor: "A company of a rather long name, Gesellschaft mit beschränkter Haftung", services: 12, state: "good" },
  { vendor: "HubSpot", services: 1, state: "waiting" },
  { vendor: "Zendesk", services: 3, state: "bad" },
];

/** A screen with every part of the console's kit that is no form. */
export const kitScreen = () =>
  renderScreen(
    view,
    {
      page: "today",
      title: "Every part of the kit",
      lead: "What screens are built of.",
      buttons: (
        <a class="button" href="/">
          Add a vendor
        </a>
      ),
      back: { path: "/", label: "Today" },
    },
    <>
      <Tabs
        view={view}
        label="Parts"
        tabs={["Drafts", "Announced", "Past", "Everything besides that"].map((label, index) => ({
          path: `/${index}`,
          label,
          current: index === 1,
        }))}
      />
      <Facts
        facts={[
          ["Earliest effect", "27 December 2026"],
          ["Last day to object", "26 December 2026, end of day in Paris"],
          ["Told", <Badge tone="good">1,204 people</Badge>],
        ]}
      />
      <Table
        caption="Vendors"
        columns={[
          { head: "Vendor", cell: ({ vendor }) => <a href="/v">{vendor}</a> },
          { head: "Services", cell: ({ services }) => services, numeric: true },
          { head: "State", cell: ({ state }) => <Badge tone={state}>{state}</Badge> },
          {
            head: "What helps",
            cell: ({ vendor }) => <Action view={view} action="/v" button="Remove" name={`Remove ${vendor}`} quiet />,
          },
        ]}
        rows={rows}
      />
      <Paging view={view} path="/" filters={{ state: "open" }} cursor="a" next="b" />
      <Empty title="Nothing waits for you.">
        <p>Add a vendor, and announce it.</p>
      </Empty>
      <Confirm view={view} action="/announce" button="Announce to 1,204 people" back="/" fields={{ draftHash: "x" }} />
    </>,
  );
