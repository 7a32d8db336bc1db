import type { Child } from "hono/jsx";
import type { Message } from "../mail.ts";
import { bareAddress } from "../mail.ts";
import { Layout } from "./layout.tsx";
import { Linked } from "./linked.tsx";
import { sandboxRights } from "./sandbox.ts";
import { Time } from "./time.tsx";

/** One mail: who and when, its HTML as a reader would see it, its plain text, and what only machines read. */
export function MessagePage({ message }: { message: Message }) {
  return (
    <Layout title={message.subject}>
      <nav>
        <a href="/">← All mail</a>
      </nav>
      <h1>{message.subject}</h1>
      <Envelope message={message} />
      <Html message={message} />
      <section>
        <h2>Plain text</h2>
        {message.text ? (
          <pre class="text">
            <Linked text={message.text} />
          </pre>
        ) : (
          <p class="nothing">This mail has no plain text.</p>
        )}
      </section>
      <Machine title="Headers" rows={Object.entries(message.headers)} />
      <Machine title="Tags" rows={message.tags.map(({ name, value }) => [name, value])} />
    </Layout>
  );
}

/** What a person sees who follows a link to a mail that is gone. */
export function NoSuchMessagePage() {
  return (
    <Layout title="No such mail">
      <h1>No such mail</h1>
      <p class="nothing">
        It was never here, or the mailbox was emptied since. <a href="/">All mail</a>
      </p>
    </Layout>
  );
}

function Envelope({ message }: { message: Message }) {
  return (
    <table class="envelope">
      <tbody>
        <Row name="From">{message.from}</Row>
        <Row name="To">
          {message.to.map((address) => (
            <a class="recipient" href={`/?${new URLSearchParams({ to: bareAddress(address) ?? address })}`}>
              {address}
            </a>
          ))}
        </Row>
        <Row name="Received">
          <Time at={message.receivedAt} />
        </Row>
        <Row name="Id">
          <code>{message.id}</code>
        </Row>
        {message.idempotencyKey && (
          <Row name="Idempotency key">
            <code>{message.idempotencyKey}</code>
          </Row>
        )}
      </tbody>
    </table>
  );
}

function Html({ message }: { message: Message }) {
  const address = `/messages/${message.id}/html`;
  return (
    <section>
      <h2>HTML</h2>
      {message.html ? (
        <>
          <iframe src={address} title="The mail's HTML" sandbox={sandboxRights} />
          <p class="hint">
            Remote images and scripts are not loaded.{" "}
            <a href={address} target="_blank" rel="noopener">
              Open it alone
            </a>
          </p>
        </>
      ) : (
        <p class="nothing">This mail has no HTML.</p>
      )}
    </section>
  );
}

function Machine({ title, rows }: { title: string; rows: [string, string][] }) {
  return (
    <section>
      <h2>{title}</h2>
      {rows.length > 0 ? (
        <table class="machine">
          <tbody>
            {rows.map(([name, value]) => (
              <Row name={name}>
                <Linked text={value} />
              </Row>
            ))}
          </tbody>
        </table>
      ) : (
        <p class="nothing">None.</p>
      )}
    </section>
  );
}

function Row({ name, children }: { name: string; children?: Child }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
    </tr>
  );
}
