/** What the columns of a kind of table are called. */
export interface FieldNaming<Field extends string> {
  readonly names: readonly Field[];
  /** How each may be written, in lowercase, without blanks, hyphens, underscores and dots. */
  readonly variants: Readonly<Record<Field, readonly string[]>>;
}

/** The field that a column or a key is named after: `E-Mail` is `email`. Nothing where there is none. */
export function fieldIn<Field extends string>(
  { names, variants }: FieldNaming<Field>,
  name: string,
): Field | undefined {
  const plain = name.toLowerCase().replace(/[\s\-_.]/g, "");
  return names.find((field) => variants[field].includes(plain));
}
