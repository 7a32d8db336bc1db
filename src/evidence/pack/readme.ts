/** The page of a pack that says all of it in words. No record is judged by it, so it may have the words of its day. */
export const PAGE = "Evidence.html";

/** What a pack is of: the change by its number, when it was announced, and whose it is. */
export type About = { number: number; announcedAt: string | null; organisation: string };

/** The name of who published a version, as that says it. */
export const namedIn = (content: string): string => JSON.parse(content).organisation?.name ?? "";

type Parts = {
  title: string;
  /** Before it says what is in it. */
  open: string;
  /** What stands for names in mails. */
  names: string;
  /** What a change has where it is not null. */
  whereNotNull: string;
  terms: string;
  /** How terms are hashed. */
  hashed: string;
};

/** What a pack says of itself. */
const readme = ({ title, open, names, whereNotNull, terms, hashed }: Parts) => `${title}
${"=".repeat(title.length)}

${open}A company that processes personal data for others uses third parties. When it means to change them, it must tell its
customers beforehand, so that they can object (GDPR Art. 28(2)). This archive shows what was announced, who was told,
when, in which words, what became of each message, and who answered what. Every record is protected by a SHA-256 hash,
and the hashes are chained: one record cannot be changed, added or left out without all that follow it showing it.

WHAT IS IN IT

change-set.json       The change set: each vendor that is added, updated or removed, with its entry before and after,
                      the date it was announced for, the last day to object, who wrote and approved it, whose contract
                      asks for an approval, from when on each change no longer waited for that, and each time that some
                      of it was postponed.
snapshots.json        Which versions of the published list are in snapshots/: each that published something of the change
                      set, from its announcement on, and the one before each, with their hashes.
snapshots/<n>.json    The list as it was published as version n, byte for byte.
customers.json        The customers it concerned, by which of its changes if not by all, since when if that was later than
                      its announcement, and the terms of each that held then.${terms}
notices.json          What people were told: the announcement, reminders, corrections, postponements, a withdrawal, receipts; and
                      which mails were written for each, in which language, for whom, and where in mails/ each is.
mails/                Each of these mails: .json is what its hash is made of; .txt and .html are the same words for
                      reading. Where there may be a mail for each recipient, as there is a receipt for each answer, the
                      mails are in one .jsonl, each on the "line" that notices.json gives. So the number of files does
                      not grow with that of the answers: an archive like this has room for 65,534. A personal link is
                      shown as the word "token" or "respond" between two marks, ${names}.
deliveries.json       Each message owed to each recipient, and each step it came to: when, and why.
provider-events.json  What the mail provider reported of them.
responses.json        What recipients answered, and what became of their objections.
audit.txt             The log of everything done in this registry, from its beginning. Each line is a hash, a blank,
                      and an entry. It names people only by ids.
manifest.json         Every file with its size and SHA-256, and how far the log had come.
SHA256SUMS            The same sums, for the program sha256sum.

Times are in UTC. Whoever was erased at their own wish is there by a keyed hash instead of an address, and [erased]
stands where their name was written, and in the place of each mail that quoted it.

HOW TO CHECK IT BY HAND, WITH sha256sum ALONE (Linux; on a Mac "shasum -a 256")

1. No file was changed since the archive was made:

     sha256sum --check SHA256SUMS

2. No entry of the log was changed, added or left out. Each hash is that of the hash before it and the entry:

     previous=
     while read -r hash entry; do
       made=$(printf '%s%s' "$previous" "$entry" | sha256sum | cut -c 1-64)
       [ "$made" = "$hash" ] || { echo "WRONG: $entry"; break; }
       previous=$hash
     done < audit.txt
     echo "The last hash is $previous"

   The last hash must be "auditHead" in manifest.json. Who rewrites the whole log has other hashes: compare them with
   what others keep. Every announcement names the hash of a version of the list and, like the page and the published
   file (/subprocessors.json), that of the log when it was published; anybody who has kept a mail or a page is a witness.

3. The versions of the list. For each, with "previousHash" of snapshots.json:

     (printf '%s' "<previousHash>"; cat snapshots/<n>.json) | sha256sum

   gives its "hash". The entry "change-set.announced" in audit.txt names it, with three more: "document", "concerned" and
   "owed". "document" is SHA-256 of the canonical JSON (RFC 8785) of what can no longer change in change-set.json:
   number, baseline, reason, weight, plannedOn, lastDayToObjectOn, emergency, announcedAt, and of each of its changes, in
   the order of the vendors, vendor, kind, before, after, weight, weightGrounds, weightOverride, and ${whereNotNull} not null; of the set also rectification and reference, where they are not null. Where a person was erased since, "vendor.redacted" has
   SHA-256 of what was left: of a version of the list ("content"), a set ("document"), a mail. "concerned" is SHA-256 of
   the customers in customers.json that have no "since" (without extendedTo, since and remindedAt; without timeZone,
   ${hashed}), each as canonical JSON
   on a line, in the order of their ids; those who have one are likewise in the last entry "change-set.joined" of that
   time.

4. The mails: sha256sum of each .json in mails/ is its "sha256" in notices.json, and in the log ("mail.written"). So is
   that of each line of a .jsonl, without the line's end:

     sed -n '<line>p' mails/<name>.jsonl | tr -d '\\n' | sha256sum

5. The deliveries. The first step's hash is SHA-256 of the delivery's id, its notice's id, "emailHash" and its customers
   (with spaces between them; an empty line where there are none), each on a line, without a line end after the last.
   Each further step's hash is SHA-256 of the hash before it, the state, the time, the mail's id at the provider
   and the cause, likewise. "owed" in the log is SHA-256 of the first steps' hashes, each with a line end, in the order of
   the deliveries' ids. Where the time for which people are kept is over ("notice.forgotten"), "ended:" and the first
   step's hash stand in the place of emailHash.

6. The answers: SHA-256 of each text is in the log ("response.recorded", "response.edited", and "response.resolved" for
   what became of it). Where something was erased, "response.redacted" or "response.forgotten" has that of what was
   left. "emailHash" there is SHA-256 of the answer's id and the keyed hash, each on a line without a line end.

HOW TO CHECK ALL OF IT AT ONCE

With the source code of the registry, and without any network:

     npm ci
     npm run verify -- <this archive>

It says what it checked, and names the first thing that is not as it was recorded. It refuses what is not written
exactly as the registry writes it, too: what is there twice, or besides, could say what nobody checks.

WHAT IT DOES NOT SHOW

That an address belongs to a hash can only be shown with the registry's secret.

What the provider reports is taken as it was received, and the log does not repeat it. That a message was delivered or
bounced, why, and when we were told of it, is in the chain of its delivery; a report that brought no such step, and in
each the time at which it happened by the provider's clock ("occurredAt"), is shown and not proved. Nor does a chain keep
anybody from having invented a report and its step. That a message was read is not recorded at all.
`;

const OPEN = `OPEN ${PAGE}. THE OTHER FILES ARE FOR AN EXPERT WHO VERIFIES IT.

${PAGE} shows in words what was announced, to whom, what was answered, and what was done by whom. It is for reading: who
verifies this archive judges no record by it, and only its sum is checked. What it says is in the other files.

`;

const CUSTOMER = `and the name of the one customer a
                      reader speaks for as "customer"`;
const CUSTOMER_AND_READER = `the name of the one customer a reader
                      speaks for as "customer", and the reader's own in the greeting as "addressee"`;

const HASHED = `objectUntil, objectUntilEffect, remedies and changes where they are null, and onObjection where it is "continues"`;
const HASHED_PERIODS = `objectUntil, objectUntilEffect, remedies, periods and changes where they are null, and onObjection where it is
   "continues" or "awaits-approval"`;

const PERIODS = `
                      "periods": the notice period, the objection period (null: as long as the notice period beside it, if
                      the contract states one), the holidays and what an emergency shortens, as its contract stated them;
                      what is null there is the organisation's own, under "organisation" in the version of the list that
                      announced it. Its days are counted from the day of its announcement, or "since", in its "timeZone".
                      "onObjection": "suspends", an objection in time holds the change until it is decided;
                      "awaits-approval", the change waits for the customer's approval, so an objection holds it;
                      "continues", it holds nothing.`;

const FORMER = { title: "EVIDENCE OF A CHANGE SET", open: "", names: CUSTOMER, terms: "", hashed: HASHED };
const SECOND = readme({ ...FORMER, whereNotNull: "plannedOn where it is\n  " });
const REPLACES = "plannedOn and\n   replaces where they are";
const THIRD = readme({ ...FORMER, open: OPEN, names: CUSTOMER_AND_READER, whereNotNull: REPLACES });

const fourth = ({ number, announcedAt, organisation }: About) =>
  readme({
    title: "EVIDENCE OF A CHANGE OF SUBPROCESSORS",
    open: `Organisation   ${organisation}\nChange         ${number}\nAnnounced      ${announcedAt}, in UTC\n\n${OPEN}`,
    names: CUSTOMER_AND_READER,
    whereNotNull: REPLACES,
    terms: PERIODS,
    hashed: HASHED_PERIODS,
  });

/**
 * What is its own of each format of a pack that is verified. A README is compared byte for byte: a changed word of it needs
 * another format, as another member of a record does.
 */
export const FORMATS = {
  "subprocessor-evidence/2": { readmeOf: (_: About) => SECOND, hasPage: false, hasPeriods: false },
  "subprocessor-evidence/3": { readmeOf: (_: About) => THIRD, hasPage: true, hasPeriods: false },
  "subprocessor-evidence/4": { readmeOf: fourth, hasPage: true, hasPeriods: true },
} as const;
export type Format = keyof typeof FORMATS;

/** The one that is written. */
export const FORMAT: Format = "subprocessor-evidence/4";
export const readmeOf = FORMATS[FORMAT].readmeOf;

export const isFormat = (name: string): name is Format => Object.hasOwn(FORMATS, name);
