/** Every reason for which the registry itself says no. `routes/frame/problem-types.ts` must map each of them. */
export type RefusalSlug =
  | "not-found"
  | "invalid-request"
  | "not-a-draft"
  | "not-announced"
  | "already-effective"
  | "later-change-exists"
  | "empty-change-set"
  | "approval-required"
  | "findings-not-accepted"
  | "draft-changed"
  | "recipients-changed"
  | "own-draft"
  | "not-awaiting-approval"
  | "vendor-changed-since"
  | "earlier-than-pending-change"
  | "effective-date-too-early"
  | "effective-date-in-the-past"
  | "no-effective-date"
  | "not-an-empty-registry"
  | "nothing-changed"
  | "slug-taken"
  | "reference-taken"
  | "vendor-not-listed"
  | "stale-version"
  | "last-admin-key"
  | "own-role"
  | "idempotency-key-reused"
  | "unauthenticated"
  | "insufficient-scope"
  | "email-taken"
  | "not-an-objection"
  | "already-resolved"
  | "nobody-was-told"
  | "answered-too-often"
  | "batch-not-uncertain"
  | "malformed-csv"
  | "unreadable-file"
  | "plan-applied"
  | "plan-stale"
  | "plan-unsure"
  | "removals-not-allowed";

export type FieldError = { pointer: string; detail: string };

/** Thrown inside a transaction, so that nothing the refused call did remains. */
export class Refusal extends Error {
  readonly slug: RefusalSlug;
  readonly errors: FieldError[];
  /** Further members of the problem document, such as `earliest`. */
  readonly members: Record<string, unknown>;

  constructor(
    slug: RefusalSlug,
    detail: string,
    more: { errors?: FieldError[]; members?: Record<string, unknown> } = {},
  ) {
    super(detail);
    this.name = "Refusal";
    this.slug = slug;
    this.errors = more.errors ?? [];
    this.members = more.members ?? {};
  }
}

/** A refusal that blames one field, by JSON pointer. */
export function refuseField(slug: RefusalSlug, pointer: string, detail: string): Refusal {
  return new Refusal(slug, detail, { errors: [{ pointer, detail }] });
}

/** The row that was asked for. Refuses: not-found. */
export function found<Row>([row]: readonly Row[], what: string): Row {
  if (row === undefined) throw new Refusal("not-found", `There is no such ${what}.`);
  return row;
}
