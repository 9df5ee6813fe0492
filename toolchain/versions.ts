const pattern = /(\d+)\.(\d+)(?:\.(\d+))?([-a-z][\w.-]*)?/;

interface Version {
  readonly numbers: readonly [number, number, number];
  readonly prerelease: boolean;
}

function parse(text: string): Version {
  const match = pattern.exec(text);
  if (match === null) throw new Error(`"${text}" holds no version number`);
  const [, major, minor, patch = "0", prerelease] = match;
  return { numbers: [Number(major), Number(minor), Number(patch)], prerelease: prerelease !== undefined };
}

/** The major number of a version such as `v3.246.0` or `go1.26.8`. */
export function majorOf(version: string): number {
  return parse(version).numbers[0];
}

/** Whether `version` is `minimum` or later. A pre-release of the minimum (`1.25rc1`, `3.246.0-alpha`) is earlier. */
export function isAtLeast(version: string, minimum: string): boolean {
  const actual = parse(version);
  const wanted = parse(minimum);
  for (const index of [0, 1, 2] as const) {
    if (actual.numbers[index] !== wanted.numbers[index]) return actual.numbers[index] > wanted.numbers[index];
  }
  return wanted.prerelease || !actual.prerelease;
}
