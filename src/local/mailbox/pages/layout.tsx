import type { PropsWithChildren } from "hono/jsx";

/** The frame of every page. */
export function Layout({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header>
          <a href="/">Mailbox</a>: a local stand-in for Resend, nothing leaves this machine
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
