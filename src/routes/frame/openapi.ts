import packageJson from "../../../package.json" with { type: "json" };

/** What the documentation begins with: Markdown, whose headings its renderer lists beside the operations. */
const introduction = (
  address: string,
) => `Keeps the list of vendors that process personal data, publishes it, and tells customers before it changes.

# The first call

An admin key is printed at the first start; \`npm run api-key\` makes another. Every call under \`/v1\` carries it:

\`\`\`sh
curl ${address}/v1/organisation \\
  -H "Authorization: Bearer $KEY"
\`\`\`

A key has one or more scopes, each including those before it: \`read\`, \`write\` (drafts), \`announce\` (whatever is published
or mailed) and \`admin\` (settings, people, keys). Users of the console have the same words as roles.

# Publish the list you have

Customers know their present list: it is published without a notice, once, as the **baseline**. Set the organisation
(\`PUT /v1/organisation\`), put each vendor into one draft (\`POST /v1/vendors\`, then \`?changeSet=1\` for the others), and
announce that with \`{"baseline": true}\`. From then on every change is announced with its notice period.

# The life of a change

1. **Draft.** Adding, changing or removing a vendor puts the change into a draft, a *change set*. Nothing of it is public, nobody is told.
2. **Preview.** \`GET /v1/change-sets/{number}/preview\` says what announcing would mean today: the earliest date, whose contract
   decides it, who is told, what is found wrong, and the mails as they would be sent.
3. **Announce.** \`POST …/announce\` publishes the change as coming and owes its notice to everyone concerned, in one transaction.
   A date before the earliest one is refused with the earliest one. \`?announce=true\` on an edit does both at once.
4. **Told.** Mails go out within a minute. \`GET …/evidence\` says what became of each. Until their last day, recipients object, ask
   or approve by a link; \`GET /v1/responses?outcome=open\` lists what waits for an answer.
5. **In force.** On its date the change is on the list, without anything having to happen. Until then it can be postponed or
   withdrawn; what was told wrongly is put right by a correction. What has been announced is never rewritten.

# What names what

| name | names | given by | and |
|---|---|---|---|
| \`slug\` | a vendor, in addresses and changes | you, or derived from its name | stays when the name changes; never given to another |
| \`key\` | a service within its vendor; a product or hosting region | you, or derived from the name of a service | of products and regions, \`rename-key\` changes it wherever it is named |
| \`externalId\` | a customer | you: the id it has in your own books | deleted and put again, it is the same customer |
| \`number\` | a change set (0: what a deployment was loaded with); a version of the list; an amendment of the law | the registry | never changed, never used again |
| \`reference\` | a change set, besides | you, such as a commit | found by \`?reference=\` |
| \`id\` | any other record, such as a response, a notice, a user | the registry | a UUID |

# What every call has in common

- Instants end in \`At\` (ISO 8601, UTC); dates end in \`On\`, and are days in the organisation's time zone.
- Sentences, such as \`message\` and \`weightReason\`, are in the first language of \`Accept-Language\` that the organisation
  writes, else in its own; \`Content-Language\` says which.
- A refusal is a problem document (RFC 9457), in English, and does nothing; [every type is explained](/problems). \`errors\`
  points to each field that is wrong (RFC 6901).
- Every POST under \`/v1\` but those of API keys and imports takes an \`Idempotency-Key\`: repeat a request whose answer was lost.
- \`ETag\` names the version that is answered; sent back as \`If-Match\`, a change is refused where somebody was faster.
- Lists come in pages: \`next\` is the \`cursor\` of the page after.
`;

/** The head of the OpenAPI document; its paths come from the routes. `address`: of the registry, which its examples call. */
export const openApiInfo = (address = "localhost:8787") => ({
  openapi: "3.1.0",
  info: {
    title: "Subprocessor registry",
    version: packageJson.version,
    description: introduction(address),
    license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
  },
  servers: [{ url: "/" }],
});
