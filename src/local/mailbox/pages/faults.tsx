import type { Child } from "hono/jsx";
import { type FaultSettings, modes } from "../faults/settings.ts";
import { Layout } from "./layout.tsx";

type Props = { settings: FaultSettings; hasWebhook: boolean; refusal?: string };

/** What is wrong with the mailbox on purpose, and a form to change it. `refusal`: why the last change was not made. */
export function FaultsPage({ settings, hasWebhook, refusal }: Props) {
  const { rateLimit, mode, times, latencyMs, refuse, events } = settings;
  return (
    <Layout title="Faults">
      <nav>
        <a href="/">← All mail</a>
      </nav>
      <h1>Faults</h1>
      {refusal && (
        <p class="refusal" role="alert">
          Nothing was changed. {refusal}
        </p>
      )}
      <form class="faults" method="post" action="/faults">
        <Field
          id="mode"
          name="Mode"
          hint="What becomes of a request. What it accepts is on the disk before anything breaks."
        >
          <Choice id="mode" options={modes.map(([name]) => name)} chosen={mode} />
        </Field>
        <Field id="times" name="Times" hint="How many more requests the mode applies to. Empty: until it is changed.">
          <Entry id="times" value={times} />
        </Field>
        <Field id="latencyMs" name="Latency, ms" hint="Added to every request; in the mode slow, before its answer.">
          <Entry id="latencyMs" value={latencyMs} />
        </Field>
        <Field id="rateLimit" name="Rate limit, requests a second" hint="Above it the answer is 429. Empty: none.">
          <Entry id="rateLimit" value={rateLimit} />
        </Field>
        <Field id="refuse" name="Refused recipients" hint="Addresses, one a line. A mail to one of them is invalid.">
          <textarea id="refuse" name="refuse" aria-describedby="refuse-hint" rows={3} spellcheck={false}>
            {refuse.join("\n")}
          </textarea>
        </Field>
        {hasWebhook && (
          <Field id="events" name="Events" hint="Which event follows every accepted mail by itself.">
            <Choice id="events" options={["none", "delivered"]} chosen={events} />
          </Field>
        )}
        <button type="submit">Apply</button>
      </form>
      <h2>Modes</h2>
      <table class="modes">
        <tbody>
          {modes.map(([name, meaning]) => (
            <tr>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Layout>
  );
}

/** One line for the list: what is wrong at present. */
export function FaultsSummary({ settings }: { settings: FaultSettings }) {
  const { rateLimit, mode, times, latencyMs, refuse } = settings;
  const present = [
    mode !== "none" && `${mode}${times === null ? "" : ` (${times} more)`}`,
    rateLimit !== null && `${rateLimit} requests a second`,
    latencyMs > 0 && `${latencyMs} ms of latency`,
    refuse.length > 0 && `${refuse.length} refused ${refuse.length === 1 ? "recipient" : "recipients"}`,
  ].filter(Boolean);
  return (
    <p class="hint">
      <a href="/faults">Faults</a>: {present.length > 0 ? <strong>{present.join(", ")}</strong> : "none"}
    </p>
  );
}

function Field({ id, name, hint, children }: { id: string; name: string; hint: string; children?: Child }) {
  return (
    <div>
      <label for={id}>{name}</label>
      {children}
      <small id={`${id}-hint`}>{hint}</small>
    </div>
  );
}

function Entry({ id, value }: { id: string; value: number | null }) {
  return <input id={id} name={id} aria-describedby={`${id}-hint`} value={value ?? ""} autocomplete="off" />;
}

function Choice({ id, options, chosen }: { id: string; options: string[]; chosen: string }) {
  return (
    <select id={id} name={id} aria-describedby={`${id}-hint`}>
      {options.map((option) => (
        <option value={option} selected={option === chosen}>
          {option}
        </option>
      ))}
    </select>
  );
}
