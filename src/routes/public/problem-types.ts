import { renderProblemType, renderProblemTypes } from "../../page/problem-types.tsx";
import { renderProblem } from "../../page/shell/plain-page.tsx";
import { createRouter } from "../frame/context.ts";
import { problems } from "../frame/problem-types.ts";
import { cached, revalidated } from "./cached.ts";
import { registerView } from "./reader.ts";

/** The pages that the `type` of every problem leads to. */
export const problemTypeRoutes = createRouter();

const TYPES = Object.entries(problems).map(([slug, [status, title, explained]]) => ({
  slug,
  status,
  title,
  explained,
}));

for (const path of ["/problems", "/problems/:slug"]) problemTypeRoutes.use(path, revalidated, cached);

problemTypeRoutes.get("/problems", async (c) => c.html(renderProblemTypes(await registerView(c), TYPES)));

problemTypeRoutes.get("/problems/:slug", async (c) => {
  const view = await registerView(c);
  const type = TYPES.find(({ slug }) => slug === c.req.param("slug"));
  return type ? c.html(renderProblemType(view, type)) : c.html(renderProblem(view, "notFound"), 404);
});
