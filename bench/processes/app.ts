import { listen } from "../setup/listen.ts";
import { input, tell } from "../setup/process.ts";
import { openRegistry } from "../setup/registry.ts";

/** The whole HTTP surface over a database, on Node, each answer made anew; nothing is sent from here. */
const { app, adminKey } = openRegistry(input<{ url: string }>());
tell({ url: await listen(app.fetch), adminKey });
process.on("message", () => tell({ peakBytes: process.resourceUsage().maxRSS * 1024 }));
