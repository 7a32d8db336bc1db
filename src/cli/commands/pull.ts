import { isDeepStrictEqual } from "node:util";
import { isListFile, ListFile, listFileOf, listFileSchemaPath } from "../../imports/list-file.ts";
import { slugify } from "../../model/values/text.ts";
import { command } from "../command.ts";
import { EXIT, Failure } from "../host.ts";
import { FILE, listPath } from "../list-path.ts";
import { editedYaml, newYaml, readText, withEndsOf, writeText, yamlOf } from "../list-yaml.ts";
import { announcedList } from "../published.ts";

type List = ReturnType<typeof listFileOf>;

export const pull = command({
  says: "Writes the list as it is announced, with what is to come, into a file. Comments in it stay. Needs no key.",
  options: { file: FILE, stdout: { says: "prints it instead" } },
  async run({ options, registry, out, err, ...host }) {
    const path = listPath(host, options.file);
    const client = registry();
    const list = listFileOf(await announcedList(client));
    const before = options.stdout === undefined ? readText(path) : null;
    const text = before?.trim() ? updated(before, path, list) : newYaml(list, client.address + listFileSchemaPath);
    if (options.stdout !== undefined) out(text);
    else {
      if (text !== before) writeText(path, text);
      err(`${path} ${text === before ? "was as the list is" : "has the list now"}: ${list.vendors.length} vendors.\n`);
    }
    return EXIT.done;
  },
});

/** The file with the list in it: what says the same already stays as somebody has written it. */
function updated(before: string, path: string, list: List): string {
  const document = yamlOf(before, path);
  const value: unknown = document.toJS();
  // Comments alone are no value.
  if (value !== null && !isListFile(value))
    throw new Failure(`${path} is no list of subprocessors, and stays as it is: name another file, or empty this one.`);
  const read = ListFile.safeParse(value);
  if (!read.success) return withEndsOf(before, editedYaml(document, list));
  const written = (value as { vendors: object[] }).vendors;
  const there = new Map(read.data.vendors.map((each, index) => [each.slug ?? slugify(each.name), { each, index }]));
  const vendors = list.vendors.map((vendor) => {
    const { each, index = 0 } = there.get(vendor.slug) ?? {};
    const [meant] = listFileOf(each ? [{ ...each, slug: vendor.slug }] : []).vendors;
    return isDeepStrictEqual(meant, vendor) ? (written[index] ?? vendor) : vendor;
  });
  const isSame = vendors.length === written.length && vendors.every((each) => written.includes(each));
  return isSame ? before : withEndsOf(before, editedYaml(document, { version: list.version, vendors }));
}
