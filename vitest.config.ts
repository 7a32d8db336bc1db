import { availableParallelism } from "node:os";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { newApiKey } from "./src/model/values/api-key.ts";
import { shared } from "./test/setup/shared.ts";
import { appUrl } from "./test/setup/template.ts";

// A test that hangs ends here. How long one takes never fails it: that depends on the machine.
const hangs = { testTimeout: 300_000, hookTimeout: 300_000 };

const WAITS = /\/test\/(browser|crash|interleavings|workerd)\//;

/** What waits for browsers and processes begins first: at the end it would leave the other workers idle. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => (WAITS.test(moduleId) ? 0 : 1);
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: SlowFirst },
    globalSetup: "test/setup/global.ts",
    // Half of the tests wait for a database or a process, so that two cores keep three workers busy.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      {
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/workerd/**"],
          setupFiles: "test/setup/words.ts",
          execArgv: ["--max-semi-space-size=64"], // a test's garbage is short-lived: fewer collections of it
          isolate: false, // no test replaces a module, and reading all of them again for each file takes half a second
          ...hangs,
        },
      },
      {
        plugins: [
          cloudflareTest(async ({ inject }) => {
            const { databaseUrl, mailboxUrl } = (await shared(inject("door"), "services")).workerd;
            // The plugin reads wrangler.toml as `wrangler dev` does, and that insists on this variable.
            process.env.CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE = appUrl(databaseUrl);
            process.env.CLOUDFLARE_CF_FETCH_ENABLED = "false"; // it would ask Cloudflare where we are
            return {
              wrangler: { configPath: "./wrangler.toml" },
              miniflare: {
                bindings: {
                  OWNER_URL: databaseUrl, // for the tests alone: the Worker has the app's role
                  PUBLIC_URL: "https://registry.example",
                  TOKEN_SECRET: "a secret for tests, 32 characters or more",
                  RESEND_API_KEY: "re_test",
                  RESEND_WEBHOOK_SECRET: `whsec_${btoa("a secret for the tests' webhooks")}`,
                  ADMIN_API_KEY: newApiKey(),
                  RESEND_BASE_URL: mailboxUrl,
                },
              },
            };
          }),
        ],
        test: {
          name: "workerd",
          include: ["test/workerd/all.ts"],
          ...hangs,
        },
      },
    ],
  },
});
