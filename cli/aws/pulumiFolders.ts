import { delimiter, dirname, join } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { ensureLanguageHost } from "../../toolchain/ensureLanguageHost.ts";
import { ensurePulumi } from "../../toolchain/ensurePulumi.ts";
import type { Found } from "../../toolchain/installed.ts";
import { remark } from "../context.ts";
import type { Context } from "../context.ts";

/**
 * The folders that must come first on PATH for `pulumi up`: none for what is found there anyway. Installs what is missing.
 * Where that cannot be done it says so: everything but Pulumi works nevertheless.
 */
export async function pulumiFolders(context: Context, signal: AbortSignal): Promise<readonly string[]> {
  const options = { environment: context.environment, report: (line: string) => remark(context, line), signal };
  try {
    const pulumi = await ensurePulumi(options);
    const host = await ensureLanguageHost(options, pulumi);
    const wanted = [
      ...(pulumi.source === "PATH" ? [] : [join(pulumi.root, "bin")]),
      ...(isBesideOrOnPath(host) ? [] : [dirname(host.path)]),
    ];
    const present = (context.environment.PATH ?? "").split(delimiter);
    return [...new Set(wanted)].filter((folder) => !present.includes(folder));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    remark(context, error.message);
    remark(context, error.nextStep);
    remark(context, "Without it, everything but `pulumi` works in this shell.");
    return [];
  }
}

/** The engine finds those by itself. */
function isBesideOrOnPath({ source }: Found): boolean {
  return source === "PATH" || source === "beside the Pulumi CLI";
}
