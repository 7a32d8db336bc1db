import type { Context } from "hono";
import { renderProblemType, renderProblemTypes } from "../../page/problem-types.tsx";
import { renderProblem } from "../../page/shell/plain-page.tsx";
import type { RegisterView } from "../../page/shell/view.ts";
import { type App, createRouter } from "../frame/context.ts";
import { problems } from "../frame/problem-types.ts";
import { registerView, writeIn } from "./reader.ts";

/** The pages that the `type` of every problem leads to. */
export const problemTypeRoutes = createRouter();

const TYPES = Object.entries(problems).map(([slug, [status, title, explained]]) => ({
  slug,
  status,
  title,
  explained,
}));

/** The API says in English what it refuses. */
async function inEnglish(c: Context<App>): Promise<RegisterView> {
  const view = await registerView(c);
  await writeIn(c, "en");
  return view;
}

problemTypeRoutes.get("/problems", async (c) => c.html(renderProblemTypes(await inEnglish(c), TYPES)));

problemTypeRoutes.get("/problems/:slug", async (c) => {
  const view = await inEnglish(c);
  const type = TYPES.find(({ slug }) => slug === c.req.param("slug"));
  if (type) return c.html(renderProblemType(view, type));
  await writeIn(c, view.locale);
  return c.html(renderProblem(view, "notFound"), 404);
});
