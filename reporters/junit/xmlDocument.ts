import { stripVTControlCharacters } from "node:util";
import XMLBuilder from "fast-xml-builder";

/** An element: names that begin with `@_` are attributes, `#text` is its text, a list is the same element several times. */
export interface XmlElement {
  readonly [name: string]: string | number | undefined | XmlElement | readonly XmlElement[];
}

/** What XML 1.0 does not have, not even as an entity. Source: Extensible Markup Language 1.0, 2.2 Characters. */
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const builder = new XMLBuilder({
  ignoreAttributes: false,
  format: true,
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
  tagValueProcessor: (_, value) => legal(String(value)),
  attributeValueProcessor: (_, value) => legal(String(value)),
});

/** An XML document. What XML cannot hold, and what moves a terminal's cursor, is left out of texts and attributes. */
export function xmlDocument(content: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(content)}`;
}

function legal(text: string): string {
  return stripVTControlCharacters(text).replaceAll(illegal, "");
}
