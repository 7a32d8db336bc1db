import type { AddressInfo } from "node:net";
import { listen } from "../../src/node-http.ts";
import { cpuTime, input, tell } from "../setup/process.ts";
import { openRegistry } from "../setup/registry.ts";

/** The registry over a database as its own server on Node gives it, kept answers included; nothing is sent from here. */
const { deps, adminKey } = openRegistry(input<{ url: string }>());
const server = await listen(deps, { port: 0, hostname: "127.0.0.1" });
tell({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, adminKey });
process.on("message", () => tell({ cpu: cpuTime() }));
