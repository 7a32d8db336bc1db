import { clockFrom } from "../src/clock.ts";
import { nodeSettings } from "../src/config.ts";
import { connect } from "../src/db/client.ts";
import { lastWords } from "../src/db/errors.ts";
import { joinDatabase } from "../src/local/database.ts";
import { Role } from "../src/model/people/user.ts";
import { Email } from "../src/model/values/text.ts";
import { linkForOperator } from "../src/registry/users/sign-in-links.ts";

const USAGE = `Say whom: npm run user -- <email> <${Role.options.join("|")}>`;

/** Makes a user, or gives them that role, and prints a link by which they sign in once. */
async function main(): Promise<void> {
  const [address, named] = process.argv.slice(2);
  const [email, role] = [Email.safeParse(address), Role.safeParse(named)];
  if (!email.success || !role.success) throw new Error(USAGE);
  const settings = nodeSettings(process.env);
  const { url, stop } = settings.DATABASE_URL
    ? { url: settings.DATABASE_URL, stop: async () => {} }
    : await joinDatabase(settings.DATA_DIR);
  try {
    const { db, close } = connect(url, { max: 1 });
    const person = { email: email.data, name: email.data, role: role.data };
    const token = await linkForOperator({ db, clock: clockFrom(settings.NOW) }, person).finally(close);
    console.log(`${settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`}/console/sign-in/${token}`);
  } finally {
    await stop();
  }
}

main().catch((error: unknown) => {
  console.error(lastWords(error));
  process.exitCode = 1;
});
