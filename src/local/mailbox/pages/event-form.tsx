import type { SentEvent } from "../events/webhook.ts";
import { Time } from "./time.tsx";

const choices: Record<string, { label: string; event: object }> = {
  delivered: { label: "Delivered", event: { type: "email.delivered" } },
  "bounced-permanent": { label: "Bounced, permanent", event: { type: "email.bounced", bounce: { type: "Permanent" } } },
  "bounced-transient": {
    label: "Bounced, transient",
    event: { type: "email.bounced", bounce: { type: "Transient", subType: "MailboxFull" } },
  },
  complained: { label: "Complained", event: { type: "email.complained" } },
};

/** What the form asks for, in the shape of `POST /api/events`, which judges it. */
export function eventFromForm(form: URLSearchParams, emailId: string): unknown {
  const chosen = form.get("event") ?? "";
  const event = Object.hasOwn(choices, chosen) ? choices[chosen]?.event : { type: chosen };
  return { ...event, emailId };
}

/** Sends the app an event about this mail, and shows what was sent. Null events: there is no webhook. */
export function EventForm({ emailId, events }: { emailId: string; events: SentEvent[] | null }) {
  return (
    <section id="events">
      <h2>Events</h2>
      {events === null ? (
        <p class="nothing">The mailbox was started without a webhook, so it sends no events.</p>
      ) : (
        <>
          <form class="events" method="post" action={`/messages/${emailId}/events`}>
            {Object.entries(choices).map(([value, { label }]) => (
              <button type="submit" name="event" value={value}>
                {label}
              </button>
            ))}
          </form>
          {events.length > 0 ? <Sent events={events} /> : <p class="hint">None was sent for this mail.</p>}
        </>
      )}
    </section>
  );
}

function Sent({ events }: { events: SentEvent[] }) {
  return (
    <table>
      <tbody>
        {events.map(({ type, at, status, error }) => (
          <tr>
            <th scope="row">{type}</th>
            <td>
              <Time at={at} /> → {status ?? `no answer (${error})`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
