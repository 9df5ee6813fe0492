/**
 * Lines that GitHub Actions takes for text: what an endpoint answers may look like a workflow command. A command is a line that
 * begins with `::`, after spaces or none; in its older form, `##[command]` anywhere in a line.
 */
export function withoutCommands(text: string): string {
  return text.replaceAll(/^(\s*):(?=:)/gm, "$1: ").replaceAll("##[", "## [");
}
