const longest = 12;

/** Letters that Unicode does not take apart into one of ASCII and a mark. */
const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ı: "i",
  ŋ: "ng",
};

/**
 * What a text looks like in the name of a resource: at most twelve lowercase letters of ASCII, digits and hyphens, the first a letter,
 * the last no hyphen. `Zoë Müller` becomes `zoe-muller`. Nothing where no letter of the text is in ASCII or near to one.
 */
export function slug(text: string): string | undefined {
  const plain = text
    .toLowerCase()
    .normalize("NFKD")
    // Marks on letters, and apostrophes: they part no words.
    .replace(/[\p{M}'’‘`]/gu, "")
    .replace(/[ßæœøđðþłħıŋ]/g, (letter) => letters[letter] ?? "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, longest)
    .replace(/-$/, "");
  return plain === "" ? undefined : plain;
}
