/** The error that a function throws. Fails if it throws another kind or nothing, so that no test passes for want of an error. */
export function thrownBy<T extends Error>(act: () => unknown, kind: new (...parameters: never[]) => T): T {
  try {
    act();
  } catch (error) {
    if (error instanceof kind) return error;
    throw error;
  }
  throw new Error(`Nothing was thrown, but ${kind.name} was expected.`);
}
