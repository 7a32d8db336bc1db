import { createRouter } from "./context.ts";
export const publicRoutes = createRouter();
