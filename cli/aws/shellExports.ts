/** What a shell is to change in its environment. */
export interface ShellChanges {
  readonly set: Readonly<Record<string, string>>;
  readonly unset: readonly string[];
  /** Folders that come first on PATH. */
  readonly pathFolders: readonly string[];
}

/** The changes as commands for a POSIX shell: sh, bash, zsh and the like. */
export function shellExports({ set, unset, pathFolders }: ShellChanges): string[] {
  return [
    ...(unset.length === 0 ? [] : [`unset ${unset.join(" ")}`]),
    ...Object.entries(set).map(([name, value]) => `export ${name}=${quoted(value)}`),
    // The shell's own PATH goes on: the one of this process has folders that npx added for it alone.
    ...(pathFolders.length === 0 ? [] : [`export PATH=${quoted(pathFolders.join(":"))}:"$PATH"`]),
  ];
}

/** Within single quotes a shell takes everything as it is, but for the single quote itself. */
function quoted(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}
