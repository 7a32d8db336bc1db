import { href } from "../../page/shell/view.ts";
import type { ConsoleView } from "../shell.tsx";

/** The page of a vendor in the console. */
export const vendorPath = (slug: string) => `/console/vendors/${slug}`;

/** A vendor's pages of the form, by what they do. */
export const formPath = {
  add: (view: ConsoleView, query: Record<string, string | undefined>) => href(view, "/console/new-vendor", query),
  edit: (view: ConsoleView, slug: string, draft: number | undefined) =>
    href(view, `${vendorPath(slug)}/edit`, { draft: draft?.toString() }),
  wrong: (view: ConsoleView, slug: string) => href(view, `${vendorPath(slug)}/wrong`),
};
