import type { Child } from "hono/jsx";
import { bareAddress, type Message } from "../mail.ts";
import { Layout, Time } from "./layout.tsx";

/** What a mail's HTML may do: open the links a person clicks, in this tab or another. No scripts, no forms. */
export const sandboxRights = "allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

/** One mail: who and when, its HTML as a reader would see it, its plain text, and what only machines read. */
export function MessagePage({ message }: { message: Message }) {
  const html = `/messages/${message.id}/html`;
  return (
    <Layout title={message.subject}>
      <h1>{message.subject}</h1>
      <Rows
        rows={[
          ["From", message.from],
          ["To", message.to.map((address) => <a href={`/?${searchTo(address)}`}>{address}</a>)],
          ["Received", <Time at={message.receivedAt} />],
          ["Id", <code>{message.id}</code>],
          ["Idempotency key", <code>{message.idempotencyKey ?? "none"}</code>],
        ]}
      />
      <h2>HTML</h2>
      {message.html ? (
        <>
          <iframe src={html} title="The mail's HTML" sandbox={sandboxRights} />
          <p>
            Remote images and scripts are not loaded.{" "}
            <a href={html} target="_blank" rel="noopener">
              Open it alone
            </a>
          </p>
        </>
      ) : (
        <p>This mail has no HTML.</p>
      )}
      <h2>Plain text</h2>
      {message.text ? (
        <pre>
          <Linked text={message.text} />
        </pre>
      ) : (
        <p>This mail has no plain text.</p>
      )}
      <h2>Headers</h2>
      <Rows rows={Object.entries(message.headers).map(([name, value]) => [name, <Linked text={value} />])} />
      <h2>Tags</h2>
      <Rows rows={message.tags.map(({ name, value }) => [name, value])} />
    </Layout>
  );
}

/** What a person sees who follows a link to a mail that is gone. */
export function NoSuchMessagePage() {
  return (
    <Layout title="No such mail">
      <h1>No such mail</h1>
      <p>
        It was never here, or the mailbox was emptied since. <a href="/">All mail</a>
      </p>
    </Layout>
  );
}

function Rows({ rows }: { rows: [name: string, value: Child][] }) {
  if (rows.length === 0) return <p>None.</p>;
  return (
    <table>
      <tbody>
        {rows.map(([name, value]) => (
          <tr>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Text with its web addresses made links. The rest stays text, escaped. */
function Linked({ text }: { text: string }) {
  // A group in split() keeps what it matched: the odd parts are the addresses.
  return (
    <>
      {text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'])/gi).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <a href={part} target="_blank" rel="noopener noreferrer">
            {part}
          </a>
        ),
      )}
    </>
  );
}

const searchTo = (address: string) => new URLSearchParams({ to: bareAddress(address) ?? address });
