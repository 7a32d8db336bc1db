import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { KEY, type Page, type PageOf, pagesOfTable } from "../../db/paging.ts";
import { deliveries, notices, providerEvents, subscribers } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { NoticeKind } from "../../model/people/notice.ts";
import { bounded } from "../../model/values/text.ts";

/** What the provider reported of a mail. */
export type ProviderEvent = {
  id: string;
  type: string;
  detail: string | null;
  occurredAt: Date;
  receivedAt: Date;
  /** What the mail was, and to whom; null where the report is about none of ours, or the person was erased. */
  kind: NoticeKind | null;
  changeSet: number | null;
  email: string | null;
};

/** Reports, the newest first. */
export const reportPages = pagesOfTable({ receivedAt: KEY.instant, id: bounded(200) }, providerEvents, desc);

/** What the provider reported; with `types`, only of these, and with `changeSet`, only of its mails. */
export function listReports(
  { db }: Pick<Deps, "db">,
  {
    types,
    changeSet,
    ...query
  }: PageOf<typeof reportPages> & { types?: readonly string[] | undefined; changeSet?: number | undefined },
): Promise<Page<ProviderEvent>> {
  const { id, type, detail, occurredAt, receivedAt } = providerEvents;
  return reportPages.page(query, (after, limit) =>
    db
      .select({ id, type, detail, occurredAt, receivedAt, kind: notices.kind, changeSet: notices.changeSet, email })
      .from(providerEvents)
      .leftJoin(deliveries, eq(deliveries.id, providerEvents.deliveryId))
      .leftJoin(notices, eq(notices.id, deliveries.noticeId))
      .leftJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
      .where(
        and(
          types && inArray(type, [...types]),
          changeSet === undefined ? undefined : eq(notices.changeSet, changeSet),
          after,
        ),
      )
      .orderBy(...reportPages.order)
      .limit(limit),
  );
}

/** Of the person; of a mail to the organisation itself, its own address. */
const email = sql<string | null>`coalesce(${subscribers.email}, ${deliveries.address})`;

/** The reports of mails that did not come to their reader as they should. */
export const TROUBLE_REPORTS = ["email.bounced", "email.complained", "email.failed", "email.suppressed"];
