import type { Message } from "../mail.ts";
import { Layout, Time } from "./layout.tsx";

const perPage = 100;

/** Received mail, newest first, of recipients that contain `to`. `page` counts from 1. */
export function ListPage({ messages, to, page }: { messages: Message[]; to: string; page: number }) {
  const wanted = to.toLowerCase();
  const found = messages.filter((message) => message.to.some((address) => address.toLowerCase().includes(wanted)));
  const last = Math.max(1, Math.ceil(found.length / perPage));
  const current = Math.min(Math.max(1, Math.trunc(page) || 1), last);
  const shown = found.reverse().slice((current - 1) * perPage, current * perPage);
  const link = (number: number) => `/?${new URLSearchParams({ ...(to && { to }), page: String(number) })}`;

  return (
    <Layout title="Mailbox">
      <h1>{count(found.length)}</h1>
      <search>
        <form>
          <label>
            Recipient
            <input type="search" name="to" value={to} placeholder="name@example.com" autocomplete="off" />
          </label>
          <button type="submit">Filter</button>
        </form>
      </search>
      {shown.length > 0 ? <Mails messages={shown} /> : <Nothing to={to} />}
      {last > 1 && (
        <nav aria-label="Pages">
          {current > 1 && <a href={link(current - 1)}>← Newer</a>} Page {current} of {last}{" "}
          {current < last && <a href={link(current + 1)}>Older →</a>}
        </nav>
      )}
    </Layout>
  );
}

function Mails({ messages }: { messages: Message[] }) {
  return (
    <ul>
      {messages.map(({ id, subject, to, receivedAt }) => (
        <li>
          <a href={`/messages/${id}`}>{subject}</a>
          <small>
            {to.join(", ")} · <Time at={receivedAt} />
          </small>
        </li>
      ))}
    </ul>
  );
}

function Nothing({ to }: { to: string }) {
  if (!to) return <p>What the registry sends will appear here. Reload to look again.</p>;
  return (
    <p>
      Nothing for <strong>{to}</strong>. <a href="/">Show all mail</a>
    </p>
  );
}

const count = (mails: number) => (mails === 0 ? "No mail" : mails === 1 ? "1 mail" : `${mails} mails`);
