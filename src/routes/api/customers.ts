import { z } from "@hono/zod-openapi";
import { CustomerImport } from "../../model/people/customer-change.ts";
import { CustomerDocument, CustomerView, customerTag, ExternalId } from "../../model/people/customer-document.ts";
import { line } from "../../model/values/text.ts";
import {
  allCustomers,
  confirmContact,
  customerPages,
  deleteCustomer,
  getCustomer,
  listCustomers,
  putCustomer,
} from "../../registry/customers/customers.ts";
import { COLUMNS, customersCsv } from "../../registry/customers/customers-csv.ts";
import { importCustomers } from "../../registry/customers/import-customers.ts";
import { bodyText, FILE_BYTES } from "../frame/body.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, IdParam, IfMatch, json, ok, page, pageQuery, QueryFlag, withEtag } from "../frame/contract.ts";
import { problem } from "../frame/problems.ts";
import { EXAMPLES } from "./examples.ts";

export const customerRoutes = createRouter();

const route = apiRoutes(customerRoutes, "customers");

const Params = z.object({ externalId: ExternalId.describe("Your own id of the customer.") });

route("get", "/v1/customers", {
  operationId: "listCustomers",
  summary: "Customers",
  description: "In the order of their ids. All of them as CSV, as the import takes it, by `Accept: text/csv`.",
  scope: "read",
  request: {
    query: pageQuery(customerPages, {
      reachable: QueryFlag.optional().describe("`false`: those whom nobody can be told for."),
      q: line().optional().describe("Part of the id or the name."),
    }),
  },
  responses: {
    200: {
      content: { "application/json": { schema: page(CustomerView) }, "text/csv": { schema: z.string() } },
      description: "A page of customers",
    },
  },
  handle: async (c) => {
    const query = c.req.valid("query");
    const { deps } = c.var;
    if ((c.req.header("accept") ?? "").includes("text/csv")) {
      const lines = customersCsv(allCustomers({ db: deps.downloads }, query));
      return c.var.download(c, lines, { "content-type": "text/csv; charset=utf-8" }, deps.log);
    }
    return listCustomers(deps, query);
  },
});

route("put", "/v1/customers/{externalId}", {
  operationId: "putCustomer",
  summary: "Put a customer",
  description:
    "Makes it be as it is sent, with its contacts; terms that are not named are the organisation's. Its contacts are told from then on, without having to confirm; who has left stays so. Whoever was there only as its contact is erased.",
  scope: "write",
  request: { params: Params, headers: IfMatch, body: json(CustomerDocument, EXAMPLES.putCustomer) },
  responses: {
    200: { ...ok(CustomerView, "The customer as it is now"), headers: withEtag },
    201: { ...ok(CustomerView, "The new customer"), headers: withEtag },
  },
  refuses: ["not-found", "stale-version"],
  handle: async (c) => {
    const named = { ...c.req.valid("json"), externalId: c.req.valid("param").externalId };
    const ifMatch = c.req.valid("header")["If-Match"];
    const { customer, created } = await putCustomer(c.var.deps, c.var.actor, named, { ifMatch });
    c.header("etag", customerTag(customer));
    return c.json(CustomerView.parse(customer), created ? 201 : 200);
  },
});

route("get", "/v1/customers/{externalId}", {
  operationId: "getCustomer",
  summary: "A customer",
  description: "Its terms and contacts. `ETag` is its version.",
  scope: "read",
  request: { params: Params },
  responses: { 200: { ...ok(CustomerView, "The customer"), headers: withEtag } },
  refuses: ["not-found"],
  handle: async (c) => {
    const customer = await getCustomer(c.var.deps, c.req.valid("param").externalId);
    c.header("etag", customerTag(customer));
    return customer;
  },
});

route("delete", "/v1/customers/{externalId}", {
  operationId: "deleteCustomer",
  summary: "Delete a customer",
  description:
    "Whoever was there only as its contact is erased; what it was told stays. Put again under the same id, it is the same customer. Refuses, under four eyes, the authors of what waits for it.",
  scope: "write",
  request: { params: Params },
  responses: { 204: { description: "The customer is deleted" } },
  refuses: ["not-found", "approval-required"],
  handle: (c) => deleteCustomer(c.var.deps, c.var.actor, c.req.valid("param").externalId),
});

route("post", "/v1/customers/{externalId}/contacts/{id}/confirm", {
  operationId: "confirmContact",
  summary: "Confirm a contact",
  description:
    "Somebody whom another contact named in their place answers for the customer: their approvals count. Refuses, under four eyes, the authors of what they have approved.",
  scope: "write",
  request: { params: Params.extend(IdParam.shape) },
  responses: { 200: ok(CustomerView, "The customer with its contacts") },
  refuses: ["not-found", "approval-required"],
  handle: (c) => {
    const { externalId, id } = c.req.valid("param");
    return confirmContact(c.var.deps, c.var.actor, externalId, id);
  },
});

const columns = COLUMNS.join(", ")
  .replace("objectionPeriod", "$& (both such as `30`, `10 business`, `2 weeks`, `1 month`, `10 business +3`)")
  .replace("objectUntilEffect", "$& (`10 days before`)")
  .replace("holidays", "$& (dates, or `none`)")
  .replace("emergency", "$& (allowed, not-allowed, or a period)")
  .replace("remedies", "$& (a text, or JSON of one for each language)")
  .replace("hostingRegions", "$& (keys with spaces between them)");

route("post", "/v1/customers/import", {
  operationId: "importCustomers",
  summary: "Import customers from CSV",
  description:
    "Makes the customers of a file be as it says, all or none. One line for each contact, with the customer's columns repeated; a customer without contacts has one line. " +
    `The columns, in any order: ${columns}. externalId, name and email are needed; what another column would say ` +
    "stays as it is without it. UTF-8; comma, semicolon or tab. Customers the file does not name are left alone. " +
    "Bad cells are named as `/lines/<line>/<column>`. An `Idempotency-Key` is refused here: the same file again " +
    "changes nothing anyway.",
  scope: "write",
  request: {
    query: z.strictObject({
      dryRun: QueryFlag.optional().describe("`true`: nothing is written, and the answer says what would change."),
    }),
    body: { content: { "text/csv": { schema: z.string(), example: EXAMPLES.importCustomers } }, required: true },
  },
  responses: { 200: ok(CustomerImport, "What has changed, or would, line by line") },
  refuses: ["malformed-csv"],
  handle: async (c) => {
    if (!/^text\/csv\b/i.test(c.req.header("content-type") ?? "")) {
      return problem(c, "unsupported-media-type", { detail: "Send text/csv." });
    }
    const { dryRun = false } = c.req.valid("query");
    return importCustomers(c.var.deps, c.var.actor, { file: bodyText(c, FILE_BYTES), dryRun });
  },
});
