import type { Context } from "hono";
import { MAIL_WIDTHS, type MailWidth, renderMails, renderPageToCome } from "../../../console/changes/draft-mails.tsx";
import type { RecordedChange } from "../../../model/change/change-set.ts";
import { isIsoDate } from "../../../model/values/dates.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import { previewMails } from "../../../notify/preview/announcement.ts";
import { sendTest } from "../../../notify/test-mail.ts";
import { renderRegistry } from "../../../page/register/registry.tsx";
import { previewChangeSet } from "../../../registry/changes/draft/preview.ts";
import { loadHistory } from "../../../registry/log/history.ts";
import { type App, createRouter } from "../../frame/context.ts";
import { registerView } from "../../public/reader.ts";
import { leadTo } from "../frame.ts";
import { FRAMING, framed } from "../framed.ts";
import { consoleRoutes, numberIn } from "../routes.ts";
import { draftOutline } from "./draft-view.ts";

/** What readers of a draft would get: its mails, and the page. */
export const draftMailsScreen = createRouter();

const route = consoleRoutes(draftMailsScreen);

const isWidth = (name: string | undefined): name is MailWidth => MAIL_WIDTHS.some((each) => each === name);

route("GET", "/console/changes/:number/mails", { role: "read" }, async (c) => {
  const view = await draftOutline(c, numberIn(c));
  if (view.preview.changeSet.state !== "draft") return leadTo(c, `/console/changes/${numberIn(c)}`);
  const mails = await previewMails(c.var.deps, view.preview);
  const asked = Number(c.req.query("mail") ?? "1");
  const shown = Number.isInteger(asked) && asked >= 1 && asked <= mails.length ? asked - 1 : 0;
  const width = c.req.query("as");
  c.header("content-security-policy", FRAMING);
  return c.html(
    renderMails({
      ...view,
      mails,
      from: c.var.deps.config.mailFrom,
      shown,
      as: isWidth(width) ? width : "wide",
      sent: c.req.query("sent") !== undefined,
    }),
  );
});

/** The mail that an address names, as it would be sent now. Refuses: not-found. */
async function mailIn(c: Context<App>) {
  const mails = await previewMails(c.var.deps, await previewChangeSet(c.var.deps, numberIn(c)));
  const mail = mails[Number(c.req.param("mail")) - 1];
  if (!mail) throw new Refusal("not-found", "There is no such mail.");
  return mail;
}

route("GET", "/console/changes/:number/mails/:mail/shown", { role: "read" }, async (c) => {
  const { html } = await mailIn(c);
  framed(c, { style: "'unsafe-inline'", sandbox: "allow-popups" });
  return c.html(html);
});

route("POST", "/console/changes/:number/mails/:mail/test", { role: "write" }, async (c) => {
  const { deps, actor, signedIn } = c.var;
  const { locale, subject, text, html } = await mailIn(c);
  await sendTest(deps, actor, signedIn.user, {
    number: numberIn(c),
    isDraft: true,
    locale,
    mail: { subject, text, html },
  });
  return leadTo(c, `/console/changes/${numberIn(c)}/mails?mail=${Number(c.req.param("mail"))}&sent`);
});

const pageToCome = async (c: Context<App>, isLater: boolean) => {
  const view = await draftOutline(c, numberIn(c));
  if (view.preview.changeSet.state !== "draft") return leadTo(c, `/console/changes/${numberIn(c)}`);
  c.header("content-security-policy", FRAMING);
  return c.html(renderPageToCome({ ...view, isLater }));
};

route("GET", "/console/changes/:number/page", { role: "read" }, (c) => pageToCome(c, false));
route("GET", "/console/changes/:number/page/later", { role: "read" }, (c) => pageToCome(c, true));

route("GET", "/console/changes/:number/page/shown", { role: "read" }, async (c) => {
  const number = numberIn(c);
  const { deps } = c.var;
  const { preview, isFirstList: baseline } = await draftOutline(c, number);
  const { changeSet, awaitingApproval } = preview;
  const days = new Map(changeSet.changes.map(({ vendor, effectiveOn }) => [vendor, effectiveOn]));
  const view = await registerView(c);
  // The first list is in force as soon as it is published, and has no last day to object.
  const asAnnounced = (change: RecordedChange): RecordedChange => ({
    ...change,
    awaitsApproval: !baseline && awaitingApproval.has(change.vendor.slug),
    plannedOn: baseline ? null : (days.get(change.vendor.slug) ?? null),
    set: {
      ...change.set,
      state: "announced",
      weight: changeSet.weight,
      baseline,
      effectiveOn: baseline ? view.today : changeSet.effectiveOn,
      lastDayToObjectOn: baseline ? null : changeSet.lastDayToObjectOn,
      announcedAt: deps.clock.now(),
      publishedAs: (view.register.snapshot?.number ?? 0) + 1,
    },
  });
  const drafted = changeSet.state === "draft" ? await loadHistory(deps.db, { sets: [number] }) : [];
  const register = { ...view.register, history: [...view.register.history, ...drafted.map(asAnnounced)] };
  const on = c.req.query("on");
  // Without our origin it would not be given our style.
  framed(c, { style: "'self'", sandbox: "allow-same-origin allow-popups" });
  return c.html(renderRegistry({ ...view, register, at: on && isIsoDate(on) ? on : null, filters: {} }));
});
