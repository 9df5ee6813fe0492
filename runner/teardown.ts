/**
 * What must be undone, whatever happens. A step is registered before the thing that it undoes is begun, so that what fails
 * half-way is undone as well. The steps run in reverse order, all of them, even if some fail.
 */
export class Teardown {
  readonly #steps: { readonly name: string; readonly undo: () => Promise<void> }[] = [];

  /** `name` completes the sentence "… failed". */
  add(name: string, undo: () => Promise<void>): void {
    this.#steps.push({ name, undo });
  }

  /** Undoes everything. Returns what went wrong, one sentence each. */
  async run(): Promise<string[]> {
    const problems: string[] = [];
    for (const { name, undo } of this.#steps.splice(0).reverse()) {
      try {
        await undo();
      } catch (error) {
        problems.push(`${name} failed: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return problems;
  }
}
