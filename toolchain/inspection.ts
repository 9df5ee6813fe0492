/** What came of asking a program for its version: the version, or why the program cannot be used. */
export type Inspection = { readonly version: string } | { readonly problem: string };
