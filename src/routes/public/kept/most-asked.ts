import type { Answer } from "./answer.ts";

/** How much of a process's memory kept answers may take. */
export type Bounds = { bytes: number; answers: number };

/** Answers by what is asked for, within bounds: what was not asked for the longest goes first. */
export function mostAsked({ bytes, answers }: Bounds) {
  const kept = new Map<string, Answer>();
  let size = 0;
  const drop = (key: string, answer: Answer) => {
    if (kept.delete(key)) size -= answer.size;
  };
  return {
    get(key: string): Answer | undefined {
      const answer = kept.get(key);
      if (!answer) return undefined;
      // A map is in the order in which it was filled.
      kept.delete(key);
      kept.set(key, answer);
      return answer;
    },
    set(key: string, answer: Answer): void {
      const before = kept.get(key);
      if (before) drop(key, before);
      kept.set(key, answer);
      size += answer.size;
      for (const [oldest, its] of kept) {
        if (size <= bytes && kept.size <= answers) return;
        drop(oldest, its);
      }
    },
  };
}
