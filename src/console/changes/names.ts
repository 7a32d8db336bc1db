import type { ConsoleLocale } from "../../model/values/text.ts";
import { listSome } from "../../page/describe/names.ts";
import type { Some } from "../../registry/changes/named-customers.ts";

/** Some of which not all may be known, by name: a few, and how many others there are. */
export const namesIn = ({ total, named }: Some<{ name: string }>, locale: ConsoleLocale): string =>
  listSome(
    named.map(({ name }) => name),
    locale,
    { all: total },
  );
