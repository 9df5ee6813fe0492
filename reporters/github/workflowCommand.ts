/** What an annotation says. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
}

/**
 * A workflow command of GitHub Actions that annotates the run. Source: GitHub Actions, Workflow commands; the escapes are
 * those of `@actions/core`.
 */
export function workflowCommand({ level, title, message }: Annotation): string {
  return `::${level} title=${escapedProperty(title)}::${escaped(message)}`;
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
