import { command } from "../command.ts";
import { EXIT } from "../host.ts";
import { printable } from "../refusal.ts";

type Set = {
  number: number;
  reference: string | null;
  reason: string | null;
  effectiveOn: string | null;
  changes: { name: string }[];
};
type Sending = {
  state: string;
  pending: { deliveries: number };
  uncertain: { deliveries: number };
  missed: { deliveries: number };
};
type Finding = { severity: string; vendor: string | null; message: string };

export const status = command({
  says: "Says whose registry it is, which drafts wait, what is to come, what of mail waits for somebody, and what is found wrong.",
  options: { format: { value: "text|json", says: "how it is told" } },
  async run({ options, registry, out }) {
    const client = registry();
    const organisation = await client.get<{ name: string }>("/v1/organisation");
    const drafts = await client.all<Set>("/v1/change-sets?state=draft");
    const coming = await client.all<Set>("/v1/change-sets?state=announced");
    const sending = await client.get<Sending>("/v1/sending");
    const found = await client.all<Finding>("/v1/findings?severity=error");
    const open = await client.all("/v1/responses?outcome=open");
    if (options.format === "json") {
      const told = {
        organisation: organisation.name,
        drafts,
        coming,
        sending,
        openResponses: open.length,
        errors: found,
      };
      out(`${JSON.stringify(told, null, 2)}\n`);
      return EXIT.done;
    }
    const line = ({ number, reference, effectiveOn, changes }: Set) =>
      printable(
        `  ${number}${reference ? ` (${reference})` : ""}: ${changes.map(({ name }) => name).join(", ") || "nothing yet"}${effectiveOn ? `, ${effectiveOn}` : ""}\n`,
      );
    const part = (title: string, lines: string[]) => (lines.length === 0 ? "" : `${title}\n${lines.join("")}`);
    const { pending, uncertain, missed } = sending;
    out(
      [
        `${printable(organisation.name)}, ${client.address}\n`,
        part("Drafts", drafts.map(line)),
        part("Announced, and to come", coming.map(line)),
        `Mail: ${sending.state}; ${pending.deliveries} to be sent, ${uncertain.deliveries} of unknown outcome, ${missed.deliveries} that missed their reader\n`,
        `Answers that wait for you: ${open.length}\n`,
        part(
          "Errors found",
          found.map(({ vendor, message }) => printable(`  ${vendor ?? "the law"}: ${message}\n`)),
        ),
      ].join(""),
    );
    return EXIT.done;
  },
});
