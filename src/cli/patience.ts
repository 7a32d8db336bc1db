/** How long an answer may take to begin, and each further piece of it. */
const ANSWER_MS = 60_000;

export const TOO_LATE = `it did not answer within ${ANSWER_MS / 1000} seconds`;

/** A limit to how long is waited: `signal` ends what has not gone on since the last sign of it. */
export function patience() {
  const limit = new AbortController();
  const late = () => limit.abort(new DOMException(TOO_LATE, "TimeoutError"));
  const begin = () => setTimeout(late, ANSWER_MS);
  let timer = begin();
  return {
    signal: limit.signal,
    /** Something came. */
    sign() {
      clearTimeout(timer);
      timer = begin();
    },
    /** Nothing more is waited for. */
    end() {
      clearTimeout(timer);
    },
  };
}
