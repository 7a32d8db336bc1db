import type { BatchRequest } from "../../src/notify/mailer.ts";
import type { OutgoingMail } from "../../src/notify/prepare/request.ts";

/** The mails in a request to the provider. */
export const mailsIn = ({ body }: Pick<BatchRequest, "body">): OutgoingMail[] =>
  JSON.parse(Buffer.from(body).toString());
