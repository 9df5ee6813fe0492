/**
 * Takes a secret out of the address: what stands behind `#name=`. It is taken away there, and from the history, so that it is on no
 * screen and in no bookmark. Nothing where there is none.
 */
export function takeFromFragment(name: string): string | undefined {
  const value = new URLSearchParams(location.hash.slice(1)).get(name);
  if (value === null) return undefined;
  history.replaceState(null, "", location.pathname);
  return value === "" ? undefined : value;
}
