export type ResponseKind = "acknowledged" | "asked" | "objected" | "approved";
export type ResponseOutcome = "withdrawn" | "alternative" | "exempted" | "terminated" | "rejected";
