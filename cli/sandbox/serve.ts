import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { UserError } from "../../errors/userError.ts";
import { ClassDesk } from "../../sandboxes/classDesk.ts";
import { serveClass, type ServedClass } from "../../sandboxes/dashboard/serveClass.ts";
import type { TlsFiles } from "../../sandboxes/dashboard/serveOptions.ts";
import { print, remark, type Context } from "../context.ts";
import type { ClassOptions } from "./classOptions.ts";
import { withClass } from "./withClass.ts";

/** What `keylab sandbox serve` was told. */
export interface ServeClassOptions extends ClassOptions {
  readonly port: number;
  /** Default: this machine alone. */
  readonly host?: string;
  /** Files with a certificate and its key, in PEM. */
  readonly tlsCert?: string;
  readonly tlsKey?: string;
}

/**
 * Serves the dashboard of a class and the students' pages until Ctrl-C. In a terminal, Enter makes another sign-in.
 *
 * @throws UserError for a certificate without its key, and where the pages cannot be served.
 */
export async function serve(options: ServeClassOptions, context: Context): Promise<void> {
  const tls = await readTls(options, context);
  await withClass(options, context, async (change) => {
    const { signal } = change.places.home.place;
    const log = (line: string) => remark(context, line);
    const { host, port } = options;
    const served = await serveClass(new ClassDesk(change), { host, port, tls, log });
    const input = offerSignIns(served, context);
    try {
      print(context, `Class ${change.record.name}: ${served.url}`);
      print(context, `Sign in once, within ten minutes: ${served.signInUrl}`);
      print(context, `Students join at ${served.joinUrl}, with the codes of keylab sandbox list --json.`);
      print(context, "Ctrl-C stops it.");
      if (!signal.aborted) await once(signal, "abort");
    } finally {
      input?.close();
      await served.close();
    }
  });
}

/** Whoever was too late, or signs in elsewhere, needs another one. */
function offerSignIns(served: ServedClass, context: Context) {
  if (context.stdin.isTTY !== true) return undefined;
  const input = createInterface({ input: context.stdin });
  input.on("line", () => print(context, `Sign in once, within ten minutes: ${served.newToken().url}`));
  print(context, "Enter makes another sign-in.");
  return input;
}

async function readTls(
  { tlsCert, tlsKey }: ServeClassOptions,
  { workingFolder }: Context,
): Promise<TlsFiles | undefined> {
  if (tlsCert === undefined && tlsKey === undefined) return undefined;
  if (tlsCert === undefined || tlsKey === undefined) {
    throw new UserError("A certificate and its key belong together.", "Give --tls-cert and --tls-key, both in PEM.");
  }
  const [cert, key] = await Promise.all([tlsCert, tlsKey].map((file) => readPem(resolve(workingFolder, file))));
  return { cert: cert ?? "", key: key ?? "" };
}

async function readPem(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => {
    throw new UserError(`${file} cannot be read.`, "Name a file in PEM that is there.");
  });
}
