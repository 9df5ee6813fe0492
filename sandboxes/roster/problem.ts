import type { FieldName } from "./fieldNames.ts";

/** Where something stands in a roster. Lines and columns count from 1. */
export interface Place {
  readonly line: number;
  /** In a table the column of the table, in YAML the character of the line. */
  readonly column: number;
}

/** Something in a roster that has to be mended. */
export interface Problem extends Place {
  /** Absent: it is of no single field. */
  readonly field?: FieldName;
  /** What is wrong and what is expected, in sentences. */
  readonly says: string;
}
