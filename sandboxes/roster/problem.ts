/** Where something stands in a roster or another table. Lines and columns count from 1. */
export interface Place {
  readonly line: number;
  /** In a table the column of the table, in YAML the character of the line. */
  readonly column: number;
}

/** Something in a file that has to be mended. */
export interface Problem extends Place {
  /** By its name. Absent: it is of no single field. */
  readonly field?: string;
  /** What is wrong and what is expected, in sentences. */
  readonly says: string;
}
