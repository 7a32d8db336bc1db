export * from "./tables/access.ts";
export * from "./tables/concerned.ts";
export * from "./tables/imports.ts";
export * from "./tables/owed.ts";
export * from "./tables/people.ts";
export * from "./tables/registry.ts";
