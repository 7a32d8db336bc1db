import type { PropsWithChildren } from "hono/jsx";

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect x='1' y='3' width='14' height='10' rx='2' fill='%231d5fd1'/%3E%3Cpath d='m2 5 6 4 6-4' fill='none' stroke='white' stroke-width='1.4'/%3E%3C/svg%3E";

/** The frame of every page. */
export function Layout({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href={icon} />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header>
          <a href="/">Mailbox</a>, a local stand-in for Resend: nothing leaves this machine
        </header>
        <main>{children}</main>
        <footer>
          As JSON: <a href="/api/messages">/api/messages</a>, <a href="/api/faults">/api/faults</a>. To empty it:{" "}
          <code>DELETE /api/messages</code>.
        </footer>
      </body>
    </html>
  );
}

/** An instant to the second, in UTC. */
export function Time({ at }: { at: string }) {
  return <time datetime={at}>{at.slice(0, 19).replace("T", " ")} UTC</time>;
}
