import { Failure } from "./host.ts";
import { printable } from "./printable.ts";

/** What the API refuses with (RFC 9457), as far as it is told. */
type Problem = { title?: unknown; detail?: unknown; errors?: unknown };

/** A refusal of the registry: its slug, such as `stale-version`, and where it names fields, these. */
export class Refused extends Failure {
  readonly slug: string;
  readonly members: Record<string, unknown>;

  constructor(message: string, slug: string, members: Record<string, unknown>) {
    super(message);
    this.slug = slug;
    this.members = members;
  }
}

/** An answer that refuses, as an error in words. */
export async function refusalInWords(response: Response, address: string): Promise<Failure> {
  const text = await response.text().catch(() => "");
  const type = response.headers.get("content-type") ?? "";
  const problem = type.startsWith("application/problem+json") ? parsed(text) : null;
  if (!problem)
    return new Failure(
      `What answers at ${address} is no registry, or something before it: it answered ${response.status} (${type || "nothing"}).`,
    );
  const { status } = response;
  const again = status === 429 || status === 503 ? response.headers.get("retry-after") : null;
  const slug = String((problem as { type?: unknown }).type ?? "").replace(/^.*\//, "");
  const lines = [
    [problem.title, problem.detail].filter((each) => typeof each === "string" && each !== "").map(sentence),
    (Array.isArray(problem.errors) ? problem.errors : []).map(fieldInWords),
    again ? [`Try again in ${again} seconds.`] : [],
  ].flat();
  return new Refused(lines.join("\n") || `It answered ${status}.`, slug, { ...problem });
}

function parsed(text: string): Problem | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}

const sentence = (text: unknown): string => {
  const plain = printable(String(text));
  return /[.!?]$/.test(plain) ? plain : `${plain}.`;
};

function fieldInWords(error: unknown): string {
  const { pointer, detail } = error as { pointer?: unknown; detail?: unknown };
  return `  ${printable(String(pointer || "the whole"))}: ${printable(String(detail))}`;
}
