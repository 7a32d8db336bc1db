import { Failure, type Host } from "../host.ts";
import { patience } from "../patience.ts";

/** By this line the comment is found again. */
const markOf = (file: string) => `<!-- spr plan of ${file.replace(/[^\w./-]/g, "_")} -->`;

type Comment = { id: number; body?: string; user?: { type?: string } | null };
const ON_A_PAGE = 100;
const MOST_PAGES = 30;

/**
 * Says something on a pull request in one comment, which is changed when there is more to say. Where there is none and
 * `onlyIfThere`, none is made. Throws `Failure` where GitHub refuses, such as without the permission to write.
 */
export async function comment(
  { env, fetch }: Pick<Host, "env" | "fetch">,
  { repository, number }: { repository: string; number: number },
  { file, text, onlyIfThere }: { file: string; text: string; onlyIfThere: boolean },
): Promise<void> {
  const api = (env.GITHUB_API_URL || "https://api.github.com").replace(/\/+$/, "");
  const ask = async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const waiting = patience();
    try {
      const response = await fetch(`${api}/repos/${repository}/issues/${path}`, {
        method,
        headers: {
          accept: "application/vnd.github+json",
          "x-github-api-version": "2022-11-28",
          "content-type": "application/json",
          authorization: `Bearer ${env.GITHUB_TOKEN ?? ""}`,
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: waiting.signal,
      });
      if (!response.ok)
        throw new Failure(`GitHub answered ${response.status} to ${method} ${path.replace(/\?.*/, "")}.`);
      return (await response.json()) as Answer;
    } catch (error) {
      throw error instanceof Failure ? error : new Failure(`GitHub cannot be asked: ${String(error)}.`);
    } finally {
      waiting.end();
    }
  };
  const mark = markOf(file);
  const body = `${mark}\n${text}`;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const comments = await ask<Comment[]>("GET", `${number}/comments?per_page=${ON_A_PAGE}&page=${page}`);
    // Anybody can write that line: what a person wrote is not ours to change.
    const ours = comments.find((each) => each.user?.type === "Bot" && each.body?.startsWith(mark));
    if (ours) {
      if (ours.body !== body) await ask("PATCH", `comments/${ours.id}`, { body });
      return;
    }
    if (comments.length < ON_A_PAGE) break;
  }
  if (!onlyIfThere) await ask("POST", `${number}/comments`, { body });
}
