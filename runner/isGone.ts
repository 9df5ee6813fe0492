/** Whether AWS answered that there is no such thing: whoever wanted to remove it need not. */
export function isGone(error: unknown): boolean {
  return error instanceof Error && /NotFound|^NoSuch/.test(error.name);
}
