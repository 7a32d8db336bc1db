import type { PropsWithChildren } from "hono/jsx";

type Layout = PropsWithChildren<{ width?: string; style?: string; class?: string; bgcolor?: string }>;

/** A table of one row that only holds a place, which is how mail programs lay out; screen readers are told so. */
export function Table({ children, ...rest }: Layout) {
  return (
    <table role="presentation" cellpadding="0" cellspacing="0" border={0} {...rest}>
      <tr>{children}</tr>
    </table>
  );
}

/** Text that keeps its line breaks. */
export function Lines({ text }: { text: string }) {
  return (
    <>
      {text.split("\n").map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}
