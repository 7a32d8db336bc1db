const numbers = new Set(["rateLimit", "times", "latencyMs"]);

/** What the form on the faults page asks for, in the shape of `PUT /api/faults`, which judges it. */
export function changeFromForm(form: URLSearchParams): unknown {
  return Object.fromEntries([...form].map(([name, value]) => [name, read(name, value.trim())]));
}

function read(name: string, value: string): unknown {
  if (name === "refuse") return value.split(/[\s,;]+/).filter((address) => address !== "");
  if (!numbers.has(name)) return value;
  // An empty field is "no limit"; for the latency, which has none, it is no latency.
  if (value === "") return name === "latencyMs" ? 0 : null;
  // What is no number stays text, so that the refusal says so.
  return Number.isNaN(Number(value)) ? value : Number(value);
}
