import type { Child } from "hono/jsx";
import { writtenIn } from "../../model/organisation-document.ts";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import { OwnTexts, Text } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { isSaid } from "../kit/form-state.ts";
import { Empty, Tabs } from "../kit/parts.tsx";
import { renderScreen } from "../shell.tsx";
import { FourEyes } from "./draft-four-eyes.tsx";
import { Means } from "./draft-means.tsx";
import { Sheet, ToSheet } from "./draft-sheet.tsx";
import { Earliest, Summary } from "./draft-summary.tsx";
import { Vendors } from "./draft-vendors.tsx";
import { type DraftOutline, type DraftView, isAnnounceable, isUnapproved, mayNotAccept, pathOf } from "./draft-view.ts";
import { StateBadge, titleOfSet } from "./list.tsx";

type Part = "changes" | "mails" | "page";

/** A page of a draft: its heading, and the way to its other parts. */
export function renderPart(view: DraftOutline, part: Part, content: Child, buttons?: Child): string {
  const { consoleWords, changes, screens } = wordsFor(view.locale);
  const { tabs } = screens.drafts;
  const { changeSet } = view.preview;
  const path = pathOf(view);
  return renderScreen(
    view,
    {
      page: "changes",
      title: titleOfSet(changeSet, view),
      back: { path: "/console/changes", label: consoleWords.page.changes },
      lead: (
        <>
          {changes.number(changeSet.number)} <StateBadge view={view} of={changeSet} />
        </>
      ),
      buttons,
    },
    <>
      <Tabs
        view={view}
        label={tabs.label}
        tabs={[
          { path, label: tabs.changes, current: part === "changes" },
          ...(view.isFirstList ? [] : [{ path: `${path}/mails`, label: tabs.mails, current: part === "mails" }]),
          { path: `${path}/page`, label: tabs.page, current: part === "page" },
        ]}
      />
      {content}
    </>,
  );
}

/** A draft: on the left what it changes, when and why; on the right what announcing it today would mean. */
export function renderDraft(view: DraftView): string {
  const { form, preview, locale, mayWrite } = view;
  const { drafts: words } = wordsFor(locale).screens;
  const path = pathOf(view);
  const isEmpty = preview.changeSet.changes.length === 0;
  return renderPart(
    view,
    "changes",
    <>
      <FourEyes view={view} />
      {view.isFirstList && !isEmpty && mayWrite && <SoFar view={view} />}
      <Summary view={view} />
      <Form
        form={form}
        action={href(view, `${path}/draft`, {
          page: view.page.number > 1 ? String(view.page.number) : undefined,
          announce: view.isFirst && !view.isFirstList ? "yes" : undefined,
        })}
        button={words.save}
        actions={<Onward view={view} />}
        quiet={isPublishable(view) || isReady(view)}
        autosave
      >
        <div class="draft">
          <div class="draft-main">
            {isEmpty ? (
              <Empty title={words.empty.title}>
                <p>{words.empty.text}</p>
              </Empty>
            ) : (
              <Vendors view={view} />
            )}
            {!view.isFirstList && <Terms view={view} />}
          </div>
          <aside class="draft-side" id="means">
            <Means view={view} />
          </aside>
        </div>
      </Form>
      {/* What is printed is all of it, or the sheet's own page. */}
      {!isEmpty && view.page.of === 1 && <Sheet view={view} />}
    </>,
    <>
      {!isEmpty && <ToSheet view={view} />}
      {mayWrite && (
        <>
          <a href={href(view, "/console/vendors", { into: String(preview.changeSet.number) })}>{words.addVendors}</a>
          <a href={href(view, `${path}/discard`)}>{words.discard}</a>
        </>
      )}
    </>,
  );
}

/** What stands in the list so far, with the way to the next vendor and to the other steps before it is published. */
function SoFar({ view }: { view: DraftView }) {
  const { firstList: words } = wordsFor(view.locale).screens.drafts;
  return (
    <div class="notice">
      <p>{words.soFar(view.preview.changeSet.changes.length)}</p>
      <p class="links">
        <a class="onward" href={href(view, "/console/new-vendor")}>
          {words.next}
        </a>{" "}
        <a href={href(view, "/console")}>{words.steps}</a>
      </p>
    </div>
  );
}

/** Whether what comes next is to publish it as the first list. */
const isPublishable = (view: DraftView): boolean =>
  view.isFirstList && view.mayAnnounce && !mayNotAccept(view) && view.preview.changeSet.changes.length > 0;

/** Whether what comes next is to announce it: it waits for nobody's approval here. */
const isReady = (view: DraftView): boolean =>
  !view.isFirstList && view.mayAnnounce && view.preview.changeSet.changes.length > 0 && !isUnapproved(view);

/** The buttons that save, and lead on: while nothing is published to publishing, then to announcing. */
function Onward({ view }: { view: DraftView }) {
  const { drafts: words } = wordsFor(view.locale).screens;
  const { mayAnnounce, isFirst, isFirstList, preview } = view;
  if (!mayAnnounce || preview.changeSet.changes.length === 0) return null;
  const to = (next: string) => href(view, `${pathOf(view)}/draft`, { next });
  return (
    <>
      {isFirst && !mayNotAccept(view) && (
        <button
          type="submit"
          name="do"
          value="save"
          class={isFirstList ? undefined : "quiet"}
          formaction={to("publish")}
        >
          {words.publish}
        </button>
      )}
      {!isFirstList && (
        <button
          type="submit"
          name="do"
          value="save"
          class={isReady(view) ? undefined : "quiet"}
          formaction={to("announce")}
        >
          {words.announce}
        </button>
      )}
      {isFirstList && isAnnounceable(preview) && (
        <a href={href(view, pathOf(view), { announce: "yes" })}>{words.firstList.otherwise}</a>
      )}
    </>
  );
}

/** Date and reasons of the whole draft. */
function Terms({ view }: { view: DraftView }) {
  const { form, locale, settings } = view;
  const { drafts: words } = wordsFor(locale).screens;
  const isSpecial = isSaid(form, ["emergency", "rectification"]);
  const texts = { form, locales: writtenIn(settings), maxlength: 2000 };
  return (
    <section aria-labelledby="terms">
      <h2 id="terms">{words.terms}</h2>
      <div>
        <Text
          form={form}
          name="effectiveOn"
          type="date"
          hint={
            isSaid(form, ["rectification"])
              ? words.effectiveOnRectified
              : settings.approvalsRequired > 0
                ? words.effectiveOnFourEyes
                : words.effectiveOnHint
          }
        />
        <Earliest view={view} />
      </div>
      <OwnTexts {...texts} name="reason" hint={words.reasonHint} />
      <details open={isSpecial}>
        <summary>{words.special}</summary>
        <div class="stack">
          <OwnTexts {...texts} name="emergency.reason" hint={words.emergencyHint} />
          <OwnTexts {...texts} name="rectification.reason" hint={words.rectificationHint} />
          <Text form={form} name="rectification.since" type="date" hint={words.sinceHint} />
        </div>
      </details>
    </section>
  );
}
