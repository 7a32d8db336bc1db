import type { Child } from "hono/jsx";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import { StateBadge, titleOfSet } from "../changes/list.tsx";
import { WhoElse } from "../kit/another-person.tsx";
import { Did } from "../kit/did.tsx";
import { Badge, Tabs } from "../kit/parts.tsx";
import { renderScreen } from "../shell.tsx";
import { ACTS, heldBy, type May, PARTS, type Part, pathOf, type SetView, wordsOf } from "./view.ts";

/** What every page of an announced set begins with. */
export function renderSet(view: SetView & { part: Part }, content: Child): string {
  const { set, part, did } = view;
  const { consoleWords, changes } = wordsFor(view.locale);
  const { tabs, act, began } = wordsOf(view);
  const path = pathOf(view);
  return renderScreen(
    view,
    {
      page: "changes",
      title: titleOfSet(set, view),
      back: { path: "/console/changes", label: consoleWords.page.changes },
      lead: (
        <>
          {changes.number(set.number)} <Badges view={view} />
        </>
      ),
    },
    <>
      {did && <Did>{did === "announce" || did === "publish" ? began[did] : act[did].did}</Did>}
      <Tabs
        view={view}
        label={tabs.label}
        tabs={(Object.keys(PARTS) as Part[]).map((each) => ({
          path: `${path}${PARTS[each]}`,
          label: tabs[each],
          current: each === part,
        }))}
      />
      {content}
    </>,
  );
}

/** What a set is today, and what is out of the ordinary about it. */
export function Badges({ view }: { view: SetView }) {
  const { set } = view;
  const { badges } = wordsOf(view);
  const isLive = set.state !== "withdrawn";
  return (
    <>
      <StateBadge view={view} of={set} />{" "}
      {isLive && set.awaitsApproval && <Badge tone="waiting">{badges.waits[heldBy(set)]}</Badge>}{" "}
      {set.postponements.length > 0 && isLive && <Badge>{badges.postponed}</Badge>}{" "}
      {set.emergency && <Badge tone="waiting">{badges.emergency}</Badge>}{" "}
      {set.rectification && <Badge>{badges.rectification}</Badge>} {set.baseline && <Badge>{badges.baseline}</Badge>}
    </>
  );
}

/** What its reader can do about a set, each with what it means. */
export function Acts({ view }: { view: SetView }) {
  const { can } = wordsOf(view);
  const path = pathOf(view);
  // To go on without what contracts ask for is no ordinary thing to do: it stands apart.
  const isApart = (act: May) => act === "waive";
  const acts = [...view.may.filter((act) => !isApart(act)), ...view.may.filter(isApart)];
  const to = (act: May) => {
    if (act === "evidence") return `${path}/evidence.zip`;
    return href(view, act === "evidencePage" ? `${path}/evidence` : `${path}/${ACTS[act].path}`);
  };
  return (
    <section aria-labelledby="can">
      <h2 id="can">{can.title}</h2>
      <ul class="acts">
        {acts.map((act) => (
          <li class={isApart(act) ? "apart" : undefined}>
            <a
              class="button quiet"
              href={to(act)}
              download={act === "evidence" ? "" : undefined}
              aria-describedby={`can-${act}`}
            >
              {act === "waive" && heldBy(view.set) === "objection" ? can.waive.overObjection : can[act].link}
            </a>
            <span id={`can-${act}`} class="hint">
              {can[act].text}
              {act === "evidence" && (
                <>
                  {" "}
                  <a href={href(view, `${path}/evidence`)}>{can.evidence.read}</a>
                </>
              )}
            </span>
          </li>
        ))}
        {view.waivers && (
          <li class="apart">
            <strong>{can.waive[heldBy(view.set) === "objection" ? "overObjection" : "link"]}</strong>
            <div>
              <p class="hint">{can.waive.text}</p>
              <p>{can.waive.another}</p>
              <WhoElse view={view} names={view.waivers} />
            </div>
          </li>
        )}
      </ul>
    </section>
  );
}
