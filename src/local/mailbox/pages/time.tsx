/** An instant to the second, in UTC. */
export function Time({ at }: { at: string }) {
  return <time datetime={at}>{at.slice(0, 19).replace("T", " ")} UTC</time>;
}
