import { UserError } from "../../errors/userError.ts";

/** Where a run was told to go. */
export type TargetChoice = { readonly kind: "local" } | { readonly kind: "endpoint"; readonly url: URL };

/**
 * Reads the option `--target`.
 *
 * @throws UserError when it is neither `local` nor the URL of an endpoint.
 */
export function readTarget(text: string): TargetChoice {
  if (text === "local") return { kind: "local" };
  const problem = urlProblem(text);
  if (problem === undefined) return { kind: "endpoint", url: new URL(text) };
  throw new UserError(
    `The target ${JSON.stringify(withoutPassword(text))} ${problem}.`,
    "Give --target local, or the URL of an AWS endpoint, such as http://127.0.0.1:4566.",
  );
}

/** A choice as {@link readTarget} reads it. */
export function textOf(choice: TargetChoice): string {
  return choice.kind === "local" ? "local" : choice.url.href;
}

function urlProblem(text: string): string | undefined {
  if (!URL.canParse(text)) return 'is neither "local" nor a URL';
  const { protocol, username, password, pathname, search, hash } = new URL(text);
  if (protocol !== "http:" && protocol !== "https:") return "is not an http or https URL";
  if (username !== "" || password !== "") return "holds a user name or password, which an AWS endpoint does not take";
  if (pathname !== "/" || search !== "" || hash !== "") return "has a path, which an AWS endpoint does not take";
  return undefined;
}

function withoutPassword(text: string): string {
  if (!URL.canParse(text)) return text;
  const { username, password, origin } = new URL(text);
  return username === "" && password === "" ? text : origin;
}

/** Whether a host is this machine. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
