import { describe, expect, test } from "vitest";
import type { Limits } from "../src/notify/mailer.ts";
import { Pace } from "../src/notify/pace.ts";

// A sender and a provider in simulated time (milliseconds): requests one after another, as the engine makes them.
const LATENCY_MS = 40;

type Rate = { limit: number; seconds: number };
type Provider = (now: number) => { taken: boolean; limits: Limits };

const answer = ({ limit }: Rate, taken: boolean, remaining: number, resetMs: number, retryMs: number) => ({
  taken,
  limits: {
    limit,
    remaining,
    resetSeconds: Math.max(1, Math.ceil(resetMs / 1000)),
    retryAfterSeconds: taken ? null : Math.max(1, Math.ceil(retryMs / 1000)),
  },
});

/** Windows that begin by the provider's clock, whenever the sender begins. */
function fixedWindows(rate: Rate, offsetMs = 0): Provider {
  const length = rate.seconds * 1000;
  let window = Number.NaN;
  let used = 0;
  return (now) => {
    const current = Math.floor((now + offsetMs) / length);
    if (current !== window) used = 0;
    window = current;
    const left = (current + 1) * length - (now + offsetMs);
    const taken = used < rate.limit;
    if (taken) used += 1;
    return answer(rate, taken, rate.limit - used, left, left);
  };
}

/** So many in any span of the window's length. */
function slidingWindow(rate: Rate): Provider {
  const length = rate.seconds * 1000;
  let times: number[] = [];
  return (now) => {
    times = times.filter((time) => time > now - length);
    const taken = times.length < rate.limit;
    if (taken) times.push(now);
    const oldest = (times[0] ?? now) + length - now;
    return answer(rate, taken, rate.limit - times.length, oldest, oldest);
  };
}

/** A bucket of one window's tokens, refilled steadily. */
function tokenBucket(rate: Rate): Provider {
  const perMs = rate.limit / (rate.seconds * 1000);
  let tokens = rate.limit;
  let at = 0;
  return (now) => {
    tokens = Math.min(rate.limit, tokens + (now - at) * perMs);
    at = now;
    const taken = tokens >= 1;
    if (taken) tokens -= 1;
    return answer(rate, taken, Math.floor(tokens), (rate.limit - tokens) / perMs, (1 - tokens) / perMs);
  };
}

/** Sends without end, as the engine does: waits, takes its place, asks, learns. */
function simulate(provider: Provider, forMs: number, { latencyMs = LATENCY_MS, startMs = 1_000_000 } = {}) {
  const pace = new Pace();
  const requests: { at: number; taken: boolean }[] = [];
  for (let now = startMs; ; ) {
    now += pace.waitMs(now);
    if (now >= startMs + forMs) return requests;
    pace.take(now);
    const { taken, limits } = provider(now + latencyMs / 2);
    requests.push({ at: now - startMs, taken });
    now += latencyMs;
    pace.learn(limits, now);
  }
}

const rates: Rate[] = [
  { limit: 2, seconds: 1 },
  { limit: 5, seconds: 1 },
  { limit: 10, seconds: 1 },
  { limit: 100, seconds: 60 },
];

const providers: [string, (rate: Rate) => Provider][] = [
  ["fixed windows", (rate) => fixedWindows(rate)],
  ["fixed windows that began a moment before", (rate) => fixedWindows(rate, 990)],
  ["fixed windows half over", (rate) => fixedWindows(rate, rate.seconds * 500)],
  ["a sliding window", slidingWindow],
  ["a token bucket", tokenBucket],
];

describe.each(rates)("at $limit in $seconds s", (rate) => {
  test.each(providers)("%s: never a 429 after the first, and at least 98 %% of the limit", (_, providerOf) => {
    const minutes = rate.seconds > 1 ? 5 : 1; // a window of a minute says nothing within one
    const requests = simulate(providerOf(rate), minutes * 60_000);
    expect(requests.slice(1).filter(({ taken }) => !taken)).toEqual([]);
    const allowed = (minutes * 60 * rate.limit) / rate.seconds;
    expect(requests.filter(({ taken }) => taken).length / allowed).toBeGreaterThanOrEqual(0.98);
  });

  test("a provider whose answers come late, or at uneven times, is never overrun", () => {
    let seed = 1;
    const uneven = () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return (seed % 100) / 100;
    };
    for (const [name, providerOf] of providers) {
      const provider = providerOf(rate);
      const pace = new Pace();
      let refused = 0;
      for (let now = 1_000_000, made = 0; made < 200; made += 1) {
        now += pace.waitMs(now);
        pace.take(now);
        const { taken, limits } = provider(now);
        if (!taken && made > 0) refused += 1;
        now += 20 + 80 * uneven();
        pace.learn(limits, now);
      }
      expect(refused, name).toBe(0);
    }
  });
});

test("a sender that is now and then late catches up, and overruns nobody", () => {
  for (const [name, providerOf] of providers) {
    const rate = { limit: 10, seconds: 1 };
    const provider = providerOf(rate);
    const pace = new Pace();
    const started = 1_000_000;
    let refused = 0;
    let now = started;
    let made = 0;
    for (; made < 600; made += 1) {
      now += pace.waitMs(now);
      pace.take(now);
      const { taken, limits } = provider(now);
      if (!taken && made > 0) refused += 1;
      now += made % 7 === 3 ? 180 : 60;
      pace.learn(limits, now);
    }
    expect(refused, name).toBe(0);
    // What a sliding window has not taken is lost: it takes no more afterwards.
    const atLeast = name === "a sliding window" ? 0.95 : 0.98;
    expect(made / ((now - started) / 1000) / rate.limit, name).toBeGreaterThanOrEqual(atLeast);
  }
});

test("a provider that says nothing of what remains gets no more than its limit in any window", () => {
  const provider = slidingWindow({ limit: 10, seconds: 1 });
  const pace = new Pace();
  let refused = 0;
  for (let now = 1_000_000, made = 0; made < 300; made += 1) {
    now += pace.waitMs(now);
    pace.take(now);
    if (!provider(now).taken) refused += 1;
    now += made % 7 === 3 ? 380 : 60;
    pace.learn({ limit: 10, remaining: null, resetSeconds: 1, retryAfterSeconds: null }, now);
  }
  expect(refused).toBe(0);
});

test("a process that goes on where another stopped does not overrun the provider", () => {
  const provider = slidingWindow({ limit: 5, seconds: 1 });
  let known: ConstructorParameters<typeof Pace>[0] = {};
  let refused = 0;
  let now = 1_000_000;
  for (let process = 0; process < 40; process += 1) {
    const pace = new Pace(known);
    for (let made = 0; made < 1 + (process % 8); made += 1) {
      now += pace.waitMs(now);
      pace.take(now);
      const { taken, limits } = provider(now);
      if (!taken) refused += 1;
      pace.learn(limits, now + 20);
      now += (process * 37 + made * 53) % 260;
    }
    known = pace;
  }
  expect(refused).toBe(0);
});

test("retry-after is obeyed to the millisecond, and what follows keeps the pace", () => {
  const pace = new Pace();
  const limits = { limit: 10, remaining: 0, resetSeconds: 1 };
  pace.take(0);
  pace.learn({ ...limits, retryAfterSeconds: 7 }, 50);
  expect(pace.waitMs(50)).toBeGreaterThanOrEqual(7000);
  expect(pace.waitMs(50)).toBeLessThan(7200);
  expect(pace.waitMs(7050)).toBeLessThan(200);
  expect(pace.waitMs(60_000)).toBe(0);
});

test("a shorter word of the provider does not undo a longer one", () => {
  const pace = new Pace();
  const limits = { limit: null, remaining: null, resetSeconds: null };
  pace.take(0);
  pace.learn({ ...limits, retryAfterSeconds: 60 }, 0);
  pace.learn({ ...limits, retryAfterSeconds: null }, 10);
  expect(pace.waitMs(10)).toBeGreaterThanOrEqual(59_900);
});

test("a provider that says nothing of a limit is not waited for", () => {
  const pace = new Pace();
  const nothing = { limit: null, remaining: null, resetSeconds: null, retryAfterSeconds: null };
  for (let now = 0; now < 1000; now += 10) {
    expect(pace.waitMs(now)).toBe(0);
    pace.take(now);
    pace.learn(nothing, now + 5);
  }
});

test("a limit that is lowered or raised on the way is followed", () => {
  let rate: Rate = { limit: 10, seconds: 1 };
  let provider = slidingWindow(rate);
  const pace = new Pace();
  const times: number[] = [];
  let refused = 0;
  for (let now = 1_000_000; now < 1_090_000; ) {
    now += pace.waitMs(now);
    const wanted = now < 1_030_000 ? 10 : now < 1_060_000 ? 2 : 10;
    if (wanted !== rate.limit) {
      rate = { limit: wanted, seconds: 1 };
      provider = slidingWindow(rate);
    }
    pace.take(now);
    const { taken, limits } = provider(now);
    if (!taken) refused += 1;
    times.push(now);
    now += LATENCY_MS;
    pace.learn(limits, now);
  }
  const within = (from: number, to: number) =>
    times.filter((at) => at >= 1_000_000 + from && at < 1_000_000 + to).length;
  expect(within(35_000, 55_000)).toBeLessThanOrEqual(41);
  expect(within(65_000, 85_000)).toBeGreaterThanOrEqual(190);
  expect(refused).toBeLessThanOrEqual(1);
});

test("numbers that make no sense make no wait without end", () => {
  for (const odd of [
    { limit: 0, remaining: 0, resetSeconds: 0 },
    { limit: 0.5, remaining: 0, resetSeconds: 1 },
    { limit: 10, remaining: 20, resetSeconds: 0 },
    { limit: 10, remaining: null, resetSeconds: null },
  ]) {
    const pace = new Pace();
    pace.take(0);
    pace.learn({ ...odd, retryAfterSeconds: null }, 10);
    expect(pace.waitMs(10), JSON.stringify(odd)).toBeLessThanOrEqual(2100);
  }
});
