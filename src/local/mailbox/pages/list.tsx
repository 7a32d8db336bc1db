import type { Message } from "../mail.ts";
import { Layout } from "./layout.tsx";
import { Time } from "./time.tsx";

const perPage = 100;

type Props = { messages: readonly Message[]; to: string; page: number };

/** Received mail, newest first, of recipients that contain `to`. `page` counts from 1. */
export function ListPage({ messages, to, page }: Props) {
  const found = messages.filter((message) => isFor(message, to)).reverse();
  const last = Math.max(1, Math.ceil(found.length / perPage));
  const current = Math.min(Math.max(1, Math.trunc(page) || 1), last);
  const shown = found.slice((current - 1) * perPage, current * perPage);

  return (
    <Layout title="Mailbox">
      <div class="bar">
        <h1>{count(found.length)}</h1>
        <search>
          <form method="get" action="/">
            <label>
              <span>Recipient</span>
              <input type="search" name="to" value={to} placeholder="name@example.com" autocomplete="off" />
            </label>
            <button type="submit">Filter</button>
          </form>
        </search>
      </div>
      {shown.length > 0 ? <Mails messages={shown} /> : <Nothing to={to} />}
      {last > 1 && <Pages to={to} current={current} last={last} />}
    </Layout>
  );
}

function Mails({ messages }: { messages: Message[] }) {
  return (
    <ul class="mails">
      {messages.map((message) => (
        <li>
          <a href={`/messages/${message.id}`}>
            <strong>{message.subject}</strong>
            <span class="to">{message.to.join(", ")}</span>
            <Time at={message.receivedAt} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Nothing({ to }: { to: string }) {
  return to ? (
    <p class="nothing">
      Nothing for <strong>{to}</strong>. <a href="/">Show all mail</a>
    </p>
  ) : (
    <p class="nothing">What the registry sends will appear here. Reload to look again.</p>
  );
}

function Pages({ to, current, last }: { to: string; current: number; last: number }) {
  const link = (page: number) => `/?${new URLSearchParams({ ...(to && { to }), page: String(page) })}`;
  return (
    <nav class="pages" aria-label="Pages">
      {current > 1 && <a href={link(current - 1)}>← Newer</a>}
      <span>
        Page {current} of {last}
      </span>
      {current < last && <a href={link(current + 1)}>Older →</a>}
    </nav>
  );
}

const isFor = (message: Message, to: string) =>
  message.to.some((address) => address.toLowerCase().includes(to.toLowerCase()));

const count = (mails: number) => (mails === 0 ? "No mail" : mails === 1 ? "1 mail" : `${mails} mails`);
