import { z } from "zod";
import { command } from "../command.ts";
import { EXIT, Misused } from "../host.ts";
import { printable } from "../printable.ts";

// Told as JSON with all they have.
const Organisation = z.object({ name: z.string() });
const ChangeSet = z.looseObject({
  number: z.int(),
  reference: z.string().nullable(),
  effectiveOn: z.string().nullable(),
  changes: z.array(z.looseObject({ name: z.string() })),
});
type ChangeSet = z.infer<typeof ChangeSet>;
const Deliveries = z.looseObject({ deliveries: z.int() });
const Sending = z.looseObject({ state: z.string(), pending: Deliveries, uncertain: Deliveries, missed: Deliveries });
const Finding = z.looseObject({ vendor: z.string().nullable(), message: z.string() });

const pageOf = <Item>(item: z.ZodType<Item>) => z.object({ data: z.array(item), next: z.string().nullable() });

export const status = command({
  says: "Says whose registry it is, which drafts wait, what is to come, what of mail waits for somebody, and what is found wrong.",
  options: { format: { value: "text|json", says: "how it is told" } },
  async run({ options, registry, out }) {
    const { format = "text" } = options;
    if (!["text", "json"].includes(format)) throw new Misused(`There is no format "${format}".`);
    const client = registry();
    const organisation = await client.get("/v1/organisation", Organisation);
    const drafts = await client.all("/v1/change-sets?state=draft", pageOf(ChangeSet));
    const coming = await client.all("/v1/change-sets?state=announced", pageOf(ChangeSet));
    const sending = await client.get("/v1/sending", Sending);
    const found = await client.all("/v1/findings?severity=error", pageOf(Finding));
    const open = await client.all("/v1/responses?outcome=open", pageOf(z.unknown()));
    if (format === "json") {
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
    const line = ({ number, reference, effectiveOn, changes }: ChangeSet) =>
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
