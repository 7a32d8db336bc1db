import { readableOn } from "../../../model/brand/colour.ts";

// Mail programs read inline styles best and some nothing else; the block below adds what only it can say: dark mode
// and narrow screens. Outlook for Windows lays out with Word, so widths and paddings sit on table cells.

const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const mono = "font-family:ui-monospace,SFMono-Regular,Consolas,'Courier New',monospace";
const breaking = "overflow-wrap:anywhere;word-break:break-word";

export const colours = {
  page: "#f3f4f6",
  card: "#ffffff",
  ink: "#1f2933",
  soft: "#52606d",
  line: "#d5dae0",
  link: "#0b57a4",
};

const { page, ink, soft, line, link } = colours;

/** Inline styles by the part of a mail they style, which is the class of that part as well. */
const inline = {
  body: `margin:0;padding:0;background-color:${page};-webkit-text-size-adjust:100%;text-size-adjust:100%`,
  preheader: `display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:${page};mso-hide:all`,
  outer: "padding:24px 12px",
  column: "width:100%;max-width:600px",
  card: `padding:24px 32px 32px;background-color:${colours.card};color:${ink};${font};font-size:16px;line-height:24px;${breaking}`,
  foot: `padding:20px 32px;color:${soft};${font};font-size:14px;line-height:21px;${breaking}`,
  sender: `margin:0 0 8px;color:${soft};font-size:14px;line-height:20px`,
  h1: `margin:0 0 16px;color:${ink};font-size:24px;line-height:31px;font-weight:700`,
  h2: `margin:32px 0 12px;color:${ink};font-size:18px;line-height:25px;font-weight:700`,
  h3: `margin:20px 0 8px;color:${ink};font-size:16px;line-height:24px;font-weight:700`,
  p: "margin:0 0 16px",
  closing: "margin:32px 0 16px",
  link: `color:${link};text-decoration:underline`,
  linkLine: "margin:0 0 10px",
  quote: `padding:2px 0 2px 14px;border-left:3px solid ${line};color:${ink};font-size:16px;line-height:24px`,
  quoteTable: "margin:0 0 16px",
  table: `width:100%;border-collapse:collapse;border-top:1px solid ${line};margin:0 0 16px`,
  th: `padding:8px 12px 8px 0;border-bottom:1px solid ${line};color:${soft};font-size:14px;line-height:22px;font-weight:600;text-align:left;vertical-align:top`,
  td: `padding:8px 0;border-bottom:1px solid ${line};color:${ink};font-size:15px;line-height:22px;vertical-align:top`,
  caption: `margin:0;color:${soft};font-size:13px;line-height:19px`,
  line: "margin:0 0 6px",
  lastLine: "margin:0",
  lastOfReading: "margin:0 0 12px",
  buttonTable: "margin:16px 0",
  // Word ignores the padding of a link and takes that of its cell; everyone else makes the whole button clickable.
  buttonCell: `background-color:${link};border-radius:6px;mso-padding-alt:14px 26px`,
  button:
    "display:inline-block;padding:14px 26px;color:#ffffff;font-size:16px;line-height:20px;font-weight:700;text-decoration:none",
  address: `margin:0 0 24px;color:${soft};font-size:13px;line-height:19px`,
  hash: `margin:0 0 16px;${mono};font-size:13px;line-height:20px;word-break:break-all`,
};

type PartName = keyof typeof inline;

/** The class and the style of a part of a mail. `linkColour`: that of links and buttons, where it is not as usual. */
export const look = (part: PartName, linkColour: string = link) => ({
  class: part,
  style: inline[part].replaceAll(link, linkColour),
});

const DARK = { page: "#111418", card: "#1b2027", link: "#8fbcff" };

/** The colours of links and buttons that follow from one an organisation has chosen: near it, and readable in both schemes. */
export const linkColours = (chosen: string | undefined) =>
  chosen === undefined
    ? { light: link, dark: DARK.link }
    : {
        light: readableOn(chosen, [page, colours.card], "#000000"),
        dark: readableOn(chosen, [DARK.page, DARK.card], "#ffffff"),
      };

/** Contrast is 4.5 : 1 or better for all text, in both schemes. Takes the dark one's colour of links and buttons. */
export const styleBlock = (linkColour: string) => `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .body, .page { background-color: ${DARK.page} !important; }
  .card { background-color: ${DARK.card} !important; }
  .card, .h1, .h2, .h3, .quote, .td { color: #e7ebf0 !important; }
  .foot, .sender, .caption, .address, .th { color: #a9b4c0 !important; }
  .quote, .table, .th, .td { border-color: #3a434e !important; }
  .link { color: ${linkColour} !important; }
  .buttonCell { background-color: ${linkColour} !important; }
  .button { color: #10161d !important; }
}
@media (max-width: 480px) {
  .outer { padding: 0 !important; }
  .card, .foot { padding: 16px !important; }
  .th, .td { display: block !important; width: auto !important; }
  .th { padding: 6px 0 0 !important; border-bottom: 0 !important; }
  .td { padding: 0 0 6px !important; }
}`;

/** Outlook for Windows: its own fallback font is Times, and it scales what it shows on dense screens. */
export const outlookHead = `<!--[if mso]>
<noscript><xml><o:OfficeDocumentSettings xmlns:o="urn:schemas-microsoft-com:office:office"><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript>
<style>td, th, p, h1, h2, h3, a { font-family: 'Segoe UI', Arial, sans-serif !important; } .hash { font-family: Consolas, monospace !important; }</style>
<![endif]-->`;

/** Word knows no max-width: it gets a table of that width around the column. */
export const outlookColumn = {
  open: '<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->',
  close: "<!--[if mso]></td></tr></table><![endif]-->",
};
