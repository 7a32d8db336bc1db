import { sha256 } from "../../model/values/hash.ts";

/** The icon of every page: a sheet with lines. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#1f4b8f"/><path d="M4 5h8M4 8h8M4 11h5" stroke="#fff" stroke-width="1.5" stroke-linecap="round"/></svg>';

/** Named by its content: whoever has it may keep it for ever. */
export const iconPath = `/assets/icon-${sha256(icon).slice(0, 12)}.svg`;

/** The same as 32 by 32 pixels (ICO with a PNG inside), for what asks for `/favicon.ico` without having read a page. */
export const favicon = Buffer.from(
  "AAABAAEAICAAAAEAIACcAAAAFgAAAIlQTkcNChoKAAAADUlIRFIAAAAgAAAAIAgGAAAAc3p69AAAAGNJREFUeNpjYCAA5L37/1OCGcgBlFpKtmNoZTFRDqGX5TgdMaAOoLflGI4Y2Q4YKMvhjiCkgFIw6gCKHTDgaWDUAaOJcDQXjDqAWnE96oBB2SYYbZKN9gsGV9dsUHROB6J7DgA4nylRajbGhgAAAABJRU5ErkJggg==",
  "base64",
);
