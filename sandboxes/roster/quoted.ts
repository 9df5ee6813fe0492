const longest = 40;

/** A text of a file as a message shows it: in quotation marks, not too long, and with nothing in it that a terminal would obey. */
export function quoted(text: string): string {
  const characters = Array.from(text);
  const short = characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : text;
  return `"${short.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)}"`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
