/** What is used of `sax`, a reader of XML that tells each part as it comes; it has no types of its own. */
declare module "sax" {
  type Attribute = { local: string; prefix: string; uri: string; value: string };
  type Tag = { local: string; prefix: string; uri: string; attributes: Record<string, Attribute> };

  type Parser = {
    line: number;
    onopentag: (tag: Tag) => void;
    onclosetag: () => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    ondoctype: (text: string) => void;
    onerror: (error: Error) => void;
    write(text: string): Parser;
    close(): Parser;
  };

  const sax: {
    MAX_BUFFER_LENGTH: number;
    parser(strict: true, options: { xmlns: true; strictEntities: true }): Parser;
  };
  export default sax;
}
