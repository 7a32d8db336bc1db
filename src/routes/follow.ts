import { createRouter } from "./context.ts";
export const followRoutes = createRouter();
