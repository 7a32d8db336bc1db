import { z } from "@hono/zod-openapi";
import { sha256 } from "../values/hash.ts";
import { isPng, type Picture, readPng } from "./png.ts";

/** The most bytes of a logo, as it is sent and as it is kept. */
export const LOGO_BYTES = 100 * 1024;

export const LOGO_TYPES = ["image/png", "image/svg+xml"] as const;

/** A logo without its bytes. */
export const LogoFacts = z.object({
  type: z.enum(LOGO_TYPES).describe("Its media type: `image/png` or `image/svg+xml`."),
  width: z.int().min(1).openapi({ description: "In pixels, as the image says it." }),
  height: z.int().min(1).describe("In pixels, as the image says it."),
  sha256: z.string().openapi({ description: "SHA-256 of the bytes as they are kept and shown, in hex." }),
});
export type LogoFacts = z.infer<typeof LogoFacts>;

/** The logo of whoever publishes, as it is shown. */
export type Logo = LogoFacts & { bytes: Uint8Array };

/** The address of a logo: named by its content, so that whoever has it may keep it for ever. */
export const logoPath = ({ sha256: hash, type }: Pick<LogoFacts, "sha256" | "type">): string =>
  `/assets/logo-${hash.slice(0, 12)}.${type === "image/png" ? "png" : "svg"}`;

/** A logo as it is kept, and the names of what was left out of it. */
export type ReadLogo = { logo: Logo; removed: string[] };

/**
 * Reads an image that was sent as a logo, and makes it harmless. Gives a reason, in the words of the API, for what is neither
 * a PNG nor an SVG, or cannot be kept.
 */
export async function readLogo(bytes: Uint8Array): Promise<ReadLogo | string> {
  if (bytes.length > LOGO_BYTES) return `must be at most ${LOGO_BYTES / 1024} KiB`;
  if (isPng(bytes)) return kept("image/png", readPng(bytes));
  const text = textOf(bytes);
  if (text === null || !/^\s*</.test(text)) return "must be a PNG or an SVG image";
  // Its parser is read by whoever sends an SVG, and by nobody else.
  const { cleanSvg } = await import("./svg.ts");
  return kept("image/svg+xml", cleanSvg(text, LOGO_BYTES));
}

function kept(type: LogoFacts["type"], picture: Picture | string): ReadLogo | string {
  if (typeof picture === "string") return picture;
  const { removed, ...image } = picture;
  return { logo: { type, ...image, sha256: sha256(image.bytes) }, removed };
}

/** The text of an image in UTF-8, without the mark before it. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
