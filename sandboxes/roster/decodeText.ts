import { UserError } from "../../errors/userError.ts";

const saveAsUtf8 =
  'In Excel choose "Save As" and the type "CSV UTF-8 (Comma delimited)", and give the file that this makes.';

/** How files begin that Excel and LibreOffice keep as workbooks: ZIP archives, and compound files before 2007. */
const workbooks = ["504b0304", "504b0506", "d0cf11e0"];

/**
 * The text of a file in UTF-8, or in UTF-16 with a byte-order mark, which is left out. Line breaks are `\n`, whatever they were.
 *
 * @throws UserError for a workbook, for text in another encoding with the place of the first wrong byte, and for NUL bytes.
 */
export function decodeText({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): string {
  if (workbooks.includes(Buffer.from(bytes.subarray(0, 4)).toString("hex"))) {
    throw new UserError(`${name} is an Excel workbook or an archive, not text.`, saveAsUtf8);
  }
  const text = utf16Of(name, bytes) ?? utf8Of(name, bytes);
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    const says = `has a NUL byte in ${placeAfter(text.slice(0, nul))}: it is no text, or UTF-16 without a byte-order mark`;
    throw new UserError(`${name} ${says}. UTF-8 is expected.`, saveAsUtf8);
  }
  return text.replace(/\r\n?/g, "\n");
}

function utf16Of(name: string, bytes: Uint8Array): string | undefined {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString("hex");
  const encoding = mark === "fffe" ? "utf-16le" : mark === "feff" ? "utf-16be" : undefined;
  if (encoding === undefined) return undefined;
  const text = new TextDecoder(encoding).decode(bytes);
  const wrong = text.indexOf("\uFFFD");
  if (wrong < 0) return text;
  const place = placeAfter(text.slice(0, wrong));
  throw new UserError(`${name} begins as UTF-16 does, but ${place} is not UTF-16. Is the file complete?`, saveAsUtf8);
}

function utf8Of(name: string, bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  const buffer = Buffer.from(bytes);
  // The decoder leaves a mark out of the text, and Buffer does not: offsets are those of the latter.
  const lenient = buffer.toString("utf8");
  for (const { index } of lenient.matchAll(/\uFFFD/g)) {
    const before = lenient.slice(0, index);
    const offset = Buffer.byteLength(before);
    // A replacement character that is in the file itself is a character like any other.
    if (buffer.subarray(offset, offset + 3).toString("hex") === "efbfbd") continue;
    const byte = `0x${buffer
      .subarray(offset, offset + 1)
      .toString("hex")
      .toUpperCase()}`;
    const says = `is not UTF-8: the byte ${byte} in ${placeAfter(before.replace(/^\uFEFF/, ""))} is wrong`;
    throw new UserError(`${name} ${says}. Excel's plain "CSV" writes such bytes for ä, é or ß.`, saveAsUtf8);
  }
  return text;
}

/** The place of what comes after a text, columns in characters. */
function placeAfter(before: string): string {
  const lines = before.split(/\r\n?|\n/);
  return `line ${lines.length}, column ${Array.from(lines.at(-1) ?? "").length + 1}`;
}
