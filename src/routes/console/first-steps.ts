import { UPLOAD_PATH } from "../../console/imports/paths.ts";
import { formatPeriod } from "../../console/kit/period.tsx";
import type { ConsoleView } from "../../console/shell.tsx";
import type { Steps } from "../../console/today/screen.tsx";
import type { Deps } from "../../deps.ts";
import { isForAnother } from "../../model/change/four-eyes.ts";
import type { ChangeSetView } from "../../model/change/register.ts";
import { type Organisation, UNNAMED } from "../../model/organisation-document.ts";
import { canonicalJson } from "../../model/values/hash.ts";
import { listCustomers } from "../../registry/customers/customers.ts";
import type { Actor } from "../../registry/log/audit.ts";
import { approversOf } from "../../registry/users/actors.ts";
import { formatList, wordsFor } from "../../words/index.ts";

/** What is done of what comes before the first publication. */
export async function stepsOf(
  { deps, view, organisation }: { deps: Deps; view: ConsoleView; organisation: Organisation },
  drafts: readonly ChangeSetView[],
  { mayWrite, mayAnnounce, actor }: { mayWrite: boolean; mayAnnounce: boolean; actor: Actor },
): Promise<Steps> {
  const isNamed = organisation.name !== UNNAMED.name;
  const { today, drafts: draftWords } = wordsFor(view.locale).screens;
  const { unchanged } = today.start;
  // What a registry begins with was stated by nobody.
  const isDefault =
    canonicalJson([organisation.noticePeriod, organisation.objectionPeriod ?? null]) ===
    canonicalJson([UNNAMED.noticePeriod, UNNAMED.objectionPeriod ?? null]);
  const draft = drafts.findLast(({ changes }) => changes.length > 0);
  const { data } = await listCustomers(deps, { limit: 1 });
  const isLeft = draft && isForAnother(organisation, draft, actor);
  const { publishing, approval } = draftWords;
  const publishers = isLeft ? await approversOf(deps.db, draft.authors) : [];
  const whoCan = publishers.length > 0 ? approval.others(formatList(publishers, view.locale)) : approval.nobodyHere;
  const left = draft?.approvedBy ? publishing.anotherPublishes : publishing.another;
  const publish = draft && `/console/changes/${draft.number}${mayAnnounce && !isLeft ? "/publish" : ""}`;
  return {
    organisation: { isDone: isNamed, path: "/console/organisation" },
    terms: {
      isDone: isNamed,
      path: "/console/organisation#terms",
      more: `${formatPeriod(organisation.noticePeriod, view.locale)}.${isDefault ? ` ${unchanged}` : ""}`,
    },
    vendors: {
      isDone: draft !== undefined,
      path: "/console/vendors",
      ...(mayWrite && { also: { path: UPLOAD_PATH, title: wordsFor(view.locale).screens.imports.title } }),
    },
    customers: { isDone: data.length > 0, path: "/console/customers" },
    publish: {
      isDone: false,
      path: publish ?? "/console/changes",
      ...(isLeft && { more: ` ${left} ${whoCan}` }),
    },
  };
}
