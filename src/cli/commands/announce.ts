import { z } from "zod";
import { DateOn, isIsoDate } from "../../model/values/dates.ts";
import { ReasonInOne } from "../../model/values/text.ts";
import type { Client } from "../client.ts";
import { command } from "../command.ts";
import { EXIT, type Exit, Failure, type Host, Misused } from "../host.ts";
import { ChangeSetNumber, checked } from "../option.ts";
import { printable } from "../printable.ts";

const Caller = z.object({ person: z.boolean() });
const Finding = z.object({ severity: z.string(), message: z.string() });
const Preview = z.object({
  draftHash: z.string().nullable(),
  overtaken: z.array(z.string()),
  earliestEffectiveOn: z.string(),
  changeSet: z.object({
    number: z.int(),
    reason: z.string().nullable(),
    effectiveOn: z.string().nullable(),
    changes: z.array(z.object({ name: z.string(), kind: z.string(), weight: z.string() })),
  }),
  recipients: z.object({ contacts: z.int(), followers: z.int() }),
  decidedBy: z.array(z.object({ name: z.string() })),
  totals: z.object({ unreachable: z.int(), approvals: z.int() }),
  findings: z.array(Finding),
  toAccept: z.array(Finding.extend({ code: z.string() })),
});
type Preview = z.infer<typeof Preview>;
const ChangeSets = z.object({ data: z.array(z.unknown()) });

export const announce = command({
  takes: "<change set>",
  most: 1,
  says: "Announces a draft: publishes it as coming, and has everyone concerned told. A person does that: it takes a person's own key\n(console, People: keys), and the day is asked for. What was read is what is announced, or nothing.",
  options: {
    first: {
      says: "publishes it as the first list: in force at once, and nobody is told; only while nothing is published",
    },
    on: { value: "date", says: "the day it takes effect, instead of being asked" },
    accept: {
      value: "reason",
      says: "why it is announced with what is found and has to be accepted, instead of being asked",
    },
    yes: { says: "does not ask whether to announce it" },
  },
  async run({ args: [named], options, registry, out, ask }) {
    const number = checked(ChangeSetNumber, "The number of the change set", named);
    if (number === undefined) throw new Misused("Name the change set: spr announce 12.");
    const day = checked(DateOn, "--on", options.on);
    const why = checked(ReasonInOne, "--accept", options.accept);
    const isFirst = options.first !== undefined;
    if (isFirst && (day || why))
      throw new Misused("The first list is in force as it is: --first takes no day, and no --accept.");
    if (!ask && options.yes === undefined)
      throw new Misused("Nobody is here to be asked: say --yes, and the day by --on.");
    const client = registry();
    const caller = await client.get("/v1/caller", Caller);
    if (!caller.person)
      throw new Failure(
        "Announcing is a person's: this key is nobody's. Make one of your own in the console, under People, and use that.",
      );
    const preview = await client.get(`/v1/change-sets/${number}/preview`, Preview);
    if (preview.draftHash === null) throw new Failure(`Change set ${number} is announced already.`);
    const isEmpty = await hasNoList(client);
    if (isFirst && !isEmpty)
      throw new Failure("A list is published here already: leave out --first, and what changes is announced.");
    if (!isFirst && isEmpty)
      out(
        `Nothing is published here yet: spr announce ${number} --first publishes what is so already, and tells nobody.\n`,
      );
    if (isFirst) return publishFirst(client, preview, { out, ask: options.yes === undefined ? ask : null });
    out(told(preview));
    if (preview.overtaken.length > 0)
      throw new Failure("It cannot be announced so: rebase or drop in the console what was announced anew.");
    const accepted = await acceptedOf(preview, why, ask);
    const on = day ?? (await dayAsked(ask, preview));
    if (ask && options.yes === undefined) {
      const people = preview.recipients.contacts + preview.recipients.followers;
      const answer = await ask(`Announce it for ${on}, and have ${people} people told? (yes/no) `);
      if (!/^y(es)?$/i.test(answer)) throw new Failure("Nothing is announced.");
    }
    const { draftHash, recipients } = preview;
    await client.send("POST", `/v1/change-sets/${number}/announce`, z.unknown(), {
      effectiveOn: on,
      draftHash,
      recipients: recipients.contacts + recipients.followers,
      ...accepted,
    });
    out(`Announced for ${on}: ${client.address}/changes/${number}\n`);
    return EXIT.done;
  },
});

/** Whether nothing was ever announced. */
async function hasNoList(client: Client): Promise<boolean> {
  for (const state of ["effective", "announced", "withdrawn"])
    if ((await client.get(`/v1/change-sets?limit=1&state=${state}`, ChangeSets)).data.length > 0) return false;
  return true;
}

/** What is so already: its customers know it. What is found wrong with it is recorded, and mended afterwards. */
async function publishFirst(client: Client, preview: Preview, { out, ask }: Pick<Host, "out" | "ask">): Promise<Exit> {
  const { draftHash, changeSet, findings } = preview;
  const lines = [...headOf(changeSet), ...findings.filter(isGrave).map(findingLine)];
  out(lines.map((line) => `${printable(line)}\n`).join(""));
  if (ask) {
    const answer = await ask("Publish it as the first list, in force at once, with nobody told? (yes/no) ");
    if (!/^y(es)?$/i.test(answer)) throw new Failure("Nothing is published.");
  }
  await client.send("POST", `/v1/change-sets/${changeSet.number}/announce`, z.unknown(), { baseline: true, draftHash });
  out(`Published as the first list: ${client.address}/\n`);
  return EXIT.done;
}

/** What is found and has to be accepted, with why: as it was given, or is asked. */
async function acceptedOf({ toAccept }: Preview, given: string | undefined, ask: Host["ask"]): Promise<object> {
  if (toAccept.length === 0) return {};
  if (!given && !ask) throw new Misused("Something found has to be accepted: say why by --accept, or mend it first.");
  const said = given || (await ask?.("Why is it announced with that? It is recorded. (nothing: it is not announced) "));
  const reason = checked(ReasonInOne, "The reason", said);
  if (!reason) throw new Failure("Nothing is announced.");
  return { acceptFindings: [...new Set(toAccept.map(({ code }) => code))], acceptFindingsReason: reason };
}

async function dayAsked(ask: Host["ask"], { earliestEffectiveOn, changeSet }: Preview): Promise<string> {
  const usual = changeSet.effectiveOn ?? earliestEffectiveOn;
  if (!ask) throw new Misused(`Say the day: --on ${usual}.`);
  const answer = (await ask(`From which day (YYYY-MM-DD)? [${usual}] `)) || usual;
  if (!isIsoDate(answer)) throw new Failure(`"${answer}" is no day, such as ${usual}. Nothing is announced.`);
  return answer;
}

function told(preview: Preview): string {
  const { changeSet, earliestEffectiveOn, decidedBy, recipients, totals, findings, toAccept, overtaken } = preview;
  const lines = [
    ...headOf(changeSet),
    `Earliest day: ${earliestEffectiveOn}${decidedBy.length > 0 ? `, by the contract of ${decidedBy.map(({ name }) => name).join(", ")}` : ""}`,
    `To be told: ${recipients.contacts} contacts, ${recipients.followers} followers`,
    ...(totals.unreachable > 0 ? [`Customers whom nobody can be told for: ${totals.unreachable}`] : []),
    ...(totals.approvals > 0 ? [`Customers whose approval is needed: ${totals.approvals}`] : []),
    ...overtaken.map((slug) => `  ${slug} was announced anew since: rebase its change, or drop it`),
    ...findings.filter(isGrave).map(findingLine),
    ...(toAccept.length > 0
      ? ["To be accepted with a reason, or mended first:", ...toAccept.map(({ message }) => `  ${message}`)]
      : []),
  ];
  return lines.map((line) => `${printable(line)}\n`).join("");
}

const headOf = ({ number, reason, changes }: Preview["changeSet"]): string[] => [
  `Change set ${number}${reason ? `: ${reason}` : ""}`,
  ...changes.map(({ name, kind, weight }) => `  ${name}: ${kind}, ${weight}`),
];

type Found = Preview["findings"][number];
const isGrave = ({ severity }: Found): boolean => severity !== "info";
const findingLine = ({ severity, message }: Found): string => `  ${severity}: ${message}`;
