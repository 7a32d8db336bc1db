import { logoPath } from "../../model/brand/logo.ts";
import type { Register } from "../../model/change/register.ts";
import { accentPath } from "../style/accent.ts";

type Branded = Pick<Register, "organisation" | "logo">;

/** The logo, by the name of whoever's it is: that is what is read where an image is not shown. */
export function Logo({ of: { organisation, logo } }: { of: Branded }) {
  if (!logo) return null;
  const { width, height } = logo;
  return <img class="logo" src={logoPath(logo)} width={width} height={height} alt={organisation.name} />;
}

/** The colours of an organisation that has chosen one, after those of every page. */
export function AccentStyle({ of: { organisation } }: { of: Branded }) {
  const { accent } = organisation.branding ?? {};
  return accent ? <link rel="stylesheet" href={accentPath(accent)} /> : null;
}

/** The way back to the company's own site, told by its host. */
export function Homepage({ of: { organisation } }: { of: Branded }) {
  const { homepage } = organisation.branding ?? {};
  if (!homepage) return null;
  return (
    <a class="homepage" href={homepage}>
      {new URL(homepage).host.replace(/^www\./, "")}
    </a>
  );
}

/** The logo for whoever shows an address that is shared: as a PNG, since few of them show another kind (ogp.me). */
export function SharedLogo({ of: { organisation, logo }, publicUrl }: { of: Branded; publicUrl: string }) {
  if (logo?.type !== "image/png") return null;
  return (
    <>
      <meta property="og:image" content={publicUrl + logoPath(logo)} />
      <meta property="og:image:type" content={logo.type} />
      <meta property="og:image:width" content={String(logo.width)} />
      <meta property="og:image:height" content={String(logo.height)} />
      <meta property="og:image:alt" content={organisation.name} />
    </>
  );
}
