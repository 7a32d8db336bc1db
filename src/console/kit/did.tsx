import type { PropsWithChildren } from "hono/jsx";

/** That something was done, at the head of the page which follows: its reader is led there, as the button they pressed is gone. */
export const Did = ({ children }: PropsWithChildren) => (
  <p class="notice good" role="status" tabindex={-1} autofocus>
    {children}
  </p>
);
