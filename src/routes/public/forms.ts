import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { cors } from "hono/cors";
import { nextTurn } from "../../clock.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { annexOf } from "../../page/formats/annex.ts";
import { renderComing } from "../../page/formats/calendar.ts";
import { listAsCsv } from "../../page/formats/csv.ts";
import { listAsCycloneDx } from "../../page/formats/cyclonedx.ts";
import { annexAsDocxInTurns } from "../../page/formats/docx.ts";
import { renderEmbed } from "../../page/formats/embed.tsx";
import { feedOf } from "../../page/formats/feed.tsx";
import { FORMS, type FormName } from "../../page/formats/forms.ts";
import { type ListView, unrecordedUntil } from "../../page/formats/list-for.ts";
import { annexAsMarkdown } from "../../page/formats/markdown.ts";
import { llms, robots, sitemap } from "../../page/formats/site.ts";
import { favicon, icon, iconPath } from "../../page/shell/icon.ts";
import { type App, createRouter } from "../frame/context.ts";
import { publicRefusals, withEtag } from "../frame/contract.ts";
import { LanguageQuery, ListQuery, listView, readQuery, refuseNarrowing } from "./list-query.ts";
import { registerView } from "./reader.ts";

/** The list and its changes in every other form than a page; that of JSON stands in `pages.ts`. */
export const formRoutes = createRouter();

type Made = string | Uint8Array<ArrayBuffer>;

type Form = {
  /** As the contract names it; a page has none. */
  operation?: { id: string; summary: string; description: string };
  /** What a browser keeps it as; without an ending it shows it. */
  saved?: string;
  /** Whether a list that is not recorded is refused, where the form would pass for an empty list. */
  isOfRecorded?: true;
  make: (view: ListView) => Made | Promise<Made>;
};

const json = (document: unknown): string => JSON.stringify(document, null, 2);

const MADE: Record<Exclude<FormName, "json">, Form> = {
  csv: {
    operation: {
      id: "getListAsCsv",
      summary: "The list as CSV, a row for each service",
      description:
        "Cells that a spreadsheet would take for a formula are neutralised. A date before the register began is refused, as its list is not recorded.",
    },
    saved: "csv",
    isOfRecorded: true,
    make: listAsCsv,
  },
  docx: {
    operation: {
      id: "getListAsWord",
      summary: "The list as a Word document, for an annex to a contract",
      description:
        "For an annex to a contract under GDPR Art. 28; with what the standard contractual clauses ask of the list of subprocessors where these need specific authorisation.",
    },
    saved: "docx",
    make: (view) => annexAsDocxInTurns(annexOf(view), view.locale, nextTurn),
  },
  md: {
    operation: { id: "getListAsMarkdown", summary: "The list as Markdown", description: "The same annex as text." },
    make: (view) => annexAsMarkdown(annexOf(view)),
  },
  cdx: {
    operation: {
      id: "getListAsCycloneDx",
      summary: "The list as the services of a CycloneDX 1.6 document",
      description:
        "What CycloneDX has no field for, such as places and safeguards, is in `properties`. A date before the register began is refused, as its list is not recorded.",
    },
    isOfRecorded: true,
    make: (view) => json(listAsCycloneDx(view)),
  },
  embed: { make: renderEmbed },
  atom: {
    operation: {
      id: "getAtomFeed",
      summary: "What was announced, as Atom",
      description:
        "The newest fifty announcements, of all products and regions. An entry is updated when its change is postponed, corrected or withdrawn, and keeps its id. `at`, `product` and `region` are refused.",
    },
    make: (view) => feedOf(view, "atom"),
  },
  jsonFeed: {
    operation: {
      id: "getJsonFeed",
      summary: "What was announced, as JSON Feed",
      description: "The same entries as of the Atom feed. `at`, `product` and `region` are refused.",
    },
    make: (view) => feedOf(view, "json"),
  },
  calendar: {
    operation: {
      id: "getCalendar",
      summary: "The dates to come, as iCalendar",
      description:
        "The days on which changes take effect, and last days to object, to subscribe to. `at`, `product` and `region` are refused.",
    },
    make: renderComing,
  },
};

/** Programs of any site may read them. */
for (const { path } of Object.values(FORMS))
  if (path !== FORMS.json.path && path !== FORMS.embed.path) formRoutes.use(path, cors({ origin: "*" }));

const description = (type: string, operation: NonNullable<Form["operation"]>) => ({
  operationId: operation.id,
  summary: operation.summary,
  description: `${operation.description} Needs no key.`,
  tags: ["public"],
  security: [],
  responses: {
    200: { content: { [type]: { schema: z.string() } }, description: operation.summary, headers: withEtag },
    304: { description: "It is what `If-None-Match` names", headers: withEtag },
    ...publicRefusals("invalid-request"),
  },
});

for (const [name, { operation, saved, isOfRecorded, make }] of Object.entries(MADE) as [keyof typeof MADE, Form][]) {
  const { path, type, of } = FORMS[name];
  const query = of === "list" ? ListQuery : LanguageQuery;
  const handle = async (c: Context<App>, asked: z.infer<typeof ListQuery>) => {
    if (of === "changes") refuseNarrowing(c, ["at", "product", "region"]);
    const view = await listView(c, asked);
    if (isOfRecorded) refuseUnrecorded(view);
    answering(c, view, type, saved);
    return c.body(await make(view));
  };
  if (!operation) {
    formRoutes.get(path, async (c) => handle(c, readQuery(ListQuery, c)));
    continue;
  }
  const route = createRoute({ method: "get", path, request: { query }, ...description(type, operation) });
  formRoutes.openapi(route, (c) => handle(c, c.req.valid("query")));
}

/** Refuses: invalid-request, for a date before the register began. */
function refuseUnrecorded(view: ListView): void {
  const begins = unrecordedUntil(view);
  if (begins === null) return;
  throw new Refusal("invalid-request", `This register begins on ${begins}: earlier lists are not recorded.`, {
    errors: [{ pointer: "/query/at", detail: `is before the register begins, on ${begins}` }],
  });
}

/** Says what an answer is, in which language, and as what a browser keeps it. */
function answering(c: Context<App>, { locale, on }: ListView, type: string, saved?: string): void {
  const isText = type.startsWith("text/") || type.endsWith("+xml");
  c.header("content-type", isText ? `${type}; charset=utf-8` : type);
  c.header("content-language", locale);
  if (saved) c.header("content-disposition", `attachment; filename="subprocessors-${on}.${saved}"`);
}

/** What is read by robots, and the icon that is asked for without a page. */
formRoutes.get("/robots.txt", (c) => c.text(robots(c.var.deps.config.publicUrl)));

formRoutes.get("/sitemap.xml", async (c) => {
  c.header("content-type", "application/xml; charset=utf-8");
  return c.body(sitemap(await registerView(c)));
});

formRoutes.get("/llms.txt", async (c) => c.text(llms(await registerView(c))));

formRoutes.get(iconPath, (c) => {
  c.header("content-type", "image/svg+xml");
  c.header("cache-control", "public, max-age=31536000, immutable");
  return c.body(icon);
});

formRoutes.get("/favicon.ico", (c) => {
  c.header("content-type", "image/x-icon");
  c.header("cache-control", "public, max-age=86400");
  return c.body(favicon);
});
