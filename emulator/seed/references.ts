import { SeedError } from "./seedError.ts";

/** What a policy may stand for by name. */
export type Referable = "key" | "secret" | "table";

/** The ARNs of what a seed has made, by kind and by account and name. */
export class References {
  readonly #arns = new Map<string, string>();

  add(kind: Referable, accountId: string, name: string, arn: string): void {
    this.#arns.set(`${kind} ${accountId}/${name}`, arn);
  }

  find(kind: Referable, accountId: string, name: string): string | undefined {
    return this.#arns.get(`${kind} ${accountId}/${name}`);
  }

  /** A policy of an account with ARNs in place of `{{key people}}`. Throws a SeedError for what the seed does not make. */
  resolve(text: string, accountId: string, path: readonly (string | number)[]): string {
    return text.replaceAll(/\{\{([^{}]*)\}\}/g, (_whole, reference: string) => {
      const [, kind = "", owner = accountId, name = ""] =
        /^\s*(key|secret|table)\s+(?:(\d{12})\/)?(.+?)\s*$/.exec(reference) ?? [];
      const arn = this.#arns.get(`${kind} ${owner}/${name}`);
      if (arn !== undefined) return arn;
      throw new SeedError(
        path,
        `There is nothing that {{${reference}}} stands for. It is written {{key <name>}}, {{secret <name>}} or {{table <name>}}; of another account {{key <account>/<name>}}.`,
      );
    });
  }
}
