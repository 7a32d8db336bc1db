import { command } from "../command.ts";
import { EXIT, Misused } from "../host.ts";
import { FILE, listPath } from "../list-path.ts";
import { isEmpty, planList, readList } from "../plan.ts";
import { planMarkdown } from "../plan-markdown.ts";
import { planText } from "../plan-text.ts";

export const plan = command({
  says: "Says what the list in the file would change, and writes nothing (scope write).",
  options: {
    file: FILE,
    format: { value: "text|json|markdown", says: "how it is told; Markdown is for a pull request" },
  },
  async run({ options, registry, out, ...host }) {
    const { format = "text" } = options;
    if (!["text", "json", "markdown"].includes(format)) throw new Misused(`There is no format "${format}".`);
    const path = listPath(host, options.file);
    const text = readList(path);
    const client = registry();
    const planned = await planList(client, path, text);
    // It is told, and nobody asks for it again.
    await client.delete(`/v1/imports/${planned.id}`);
    if (format === "json") out(`${JSON.stringify(planned, null, 2)}\n`);
    else out(format === "markdown" ? planMarkdown(planned) : planText(planned, host));
    if (planned.totals.unsure > 0) return EXIT.unsure;
    return isEmpty(planned) ? EXIT.done : EXIT.changes;
  },
});
