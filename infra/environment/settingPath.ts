/** The path of a setting as `pulumi config set --path` takes it, such as `keylab:users[0].userName`. */
export function settingPath(path: readonly PropertyKey[]): string {
  const [first, ...others] = path;
  const rest = others.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`));
  return `keylab:${String(first)}${rest.join("")}`;
}

/** The path of a setting of one workshop. */
export function at({ path }: { readonly path: readonly string[] }, ...rest: readonly (string | number)[]): string {
  return settingPath([...path, ...rest]);
}
