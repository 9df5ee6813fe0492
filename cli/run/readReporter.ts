/** A reporter as `--reporter` names it. */
export interface ReporterRequest {
  readonly name: string;
  /** Where it is to write, as it was given. */
  readonly file?: string;
}

/**
 * Reads one more `--reporter <name[=file]>`. Whether there is such a reporter is seen when reporters are opened.
 *
 * @param before those that were read already.
 */
export function readReporter(text: string, before: readonly ReporterRequest[] = []): readonly ReporterRequest[] {
  const [name = "", ...file] = text.split("=");
  return [...before, file.length === 0 ? { name } : { name, file: file.join("=") }];
}
