import {
  type FieldName,
  type Fields,
  type Holding,
  type Kind,
  SERVICE_FIELDS,
  type ServicePart,
  type Shown,
  VENDOR_FIELDS,
  type VendorPart,
} from "./fields.ts";

const FIELDS = { ...VENDOR_FIELDS, ...SERVICE_FIELDS };
/** What a field holds. A name that vendors and services share stands for the same. */
export const kindOf = (field: FieldName): Kind => FIELDS[field].holds;

export const isFieldName = (name: string): name is FieldName => Object.hasOwn(FIELDS, name);

/** Whether a value goes without saying, by its field's entry in a table. */
export const isUsual = (spec: object, value: unknown): boolean => "usual" in spec && spec.usual === value;

/** The names of a table's fields, in its order. */
export const fieldsOf = <Table extends object>(table: Table) => Object.keys(table) as (keyof Table & string)[];

/** The fields that a question picks, in the table's order, each with what is stated in it; undefined is nothing. */
export function valuesIn<Owner extends object>(
  fields: Fields<Owner>,
  owner: Owner,
  isAsked: (shown: Shown<VendorPart | ServicePart>) => boolean | undefined,
): [keyof Owner & string, Owner[keyof Owner]][] {
  return fieldsOf(fields)
    .filter((field) => isAsked(fields[field]))
    .map((field) => [field, owner[field]]);
}

export type LinkField = Holding<typeof VENDOR_FIELDS, "link">;
/** The fields of a vendor that are links to pages. */
export const LINK_FIELDS = fieldsOf(VENDOR_FIELDS).filter(
  (field): field is LinkField => VENDOR_FIELDS[field].holds === "link",
);
