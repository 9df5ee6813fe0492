import { AwsError } from "../awsError.ts";

/** An element of a document: its children by name in the order they stand, or its text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** No configuration of S3 is nested deeper. */
const maximumDepth = 50;

const token =
  /<\?[^]*?\?>|<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;

/**
 * Reads an XML document without a document type: those bring entities of their own, which no request of AWS's needs.
 * Namespaces are left off. Throws S3's `MalformedXML`.
 */
export function parseXml(text: string): XmlElement {
  const top: OpenElement = { name: "", attributes: new Map(), children: [], text: "" };
  const open = [top];
  token.lastIndex = 0;
  let at = 0;
  while (at < text.length) {
    token.lastIndex = at;
    const found = token.exec(text);
    const current = open.at(-1);
    if (!found || !current || open.length > maximumDepth) throw malformedXml();
    at = token.lastIndex;
    readToken(found, current, open);
  }
  const [root] = top.children;
  if (open.length !== 1 || !root || top.children.length !== 1 || top.text.trim() !== "") throw malformedXml();
  return root;
}

function readToken(found: RegExpExecArray, current: OpenElement, open: OpenElement[]): void {
  const [whole, data, closing, opening, attributes = "", bare] = found;
  if (data !== undefined) current.text += data;
  else if (closing !== undefined) {
    open.pop();
    if (open.length === 0 || localName(closing) !== current.name) throw malformedXml();
  } else if (opening !== undefined) {
    const element = { name: localName(opening), attributes: attributesOf(attributes), children: [], text: "" };
    current.children.push(element);
    if (bare === "") open.push(element);
  } else if (!whole.startsWith("<")) current.text += unescaped(whole.replace(/^\uFEFF/, ""));
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map([...found].map(([, name = "", double, single = ""]) => [name, unescaped(double ?? single)]));
}

const entities: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));|&/gi,
    (_whole, hex?: string, digits?: string, name = "") => {
      const point = hex === undefined ? Number(digits ?? Number.NaN) : Number.parseInt(hex, 16);
      const character = Number.isNaN(point) ? entities.get(String(name)) : codePoint(point);
      if (character === undefined) throw malformedXml();
      return character;
    },
  );
}

function codePoint(point: number): string | undefined {
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

/** What S3 answers to a body that it cannot read. Source: S3 API Reference, "Error responses". */
export function malformedXml(): AwsError {
  return new AwsError(
    "MalformedXML",
    "The XML you provided was not well-formed or did not validate against our published schema",
  );
}
