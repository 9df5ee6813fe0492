import type { Credentials, Target } from "../../runner/target.ts";
import { AwsStates, isRunning } from "../aws/awsState.ts";
import type { AwsState } from "../aws/awsState.ts";
import { becomesReady } from "../aws/becomesReady.ts";
import { region } from "../aws/defaults.ts";
import { passphraseFile } from "../aws/passphraseFile.ts";
import type { Context } from "../context.ts";
import { recallAmbientAws } from "../ambientAws.ts";
import { keylabFolder } from "../keylabFolder.ts";
import { isLoopback } from "../../targets/isLoopback.ts";
import { listedAccounts } from "./listedAccounts.ts";
import type { TargetChoice } from "./targetChoice.ts";

/** How a target is entered, where it is not as it was chosen. */
export interface EntrySettings {
  /** Default: that of the target. */
  readonly region?: string;
  /** Where the credentials that were chosen for an endpoint are temporary: some of the same that are valid now. */
  readonly renewRoot?: () => Promise<Credentials>;
}

/** The target that was chosen. Nothing is created there yet. */
export async function openTarget(
  choice: TargetChoice,
  context: Pick<Context, "environment" | "workingFolder">,
  { region: wanted, renewRoot }: EntrySettings = {},
): Promise<Target> {
  if (choice.kind === "local") {
    const { localTarget } = await import("../../targets/localTarget.ts");
    return localTarget();
  }
  if (choice.kind === "aws") return openAws(choice, context, wanted);
  const folder = keylabFolder(context);
  const state = await embeddedAt(choice.url, folder);
  const found = state === undefined ? entryOf(choice.url, context.environment) : embeddedEntry(state);
  const entry = {
    ...found,
    ...(choice.credentials && { root: choice.credentials }),
    ...(wanted !== undefined && { region: wanted }),
    ...(renewRoot && { renewRoot }),
  };
  const { endpointTarget } = await import("../../targets/endpointTarget.ts");
  return endpointTarget({ ...entry, passphraseFile: await passphraseFile(folder) });
}

async function openAws(
  { accountId, role, permissionsBoundary }: Extract<TargetChoice, { kind: "aws" }>,
  context: Pick<Context, "environment" | "workingFolder">,
  region: string | undefined,
): Promise<Target> {
  const [{ awsTarget }, { findCaller }, { checkCaller }, { refuseEndpoints }] = await Promise.all([
    import("../../targets/aws/awsTarget.ts"),
    import("../../targets/aws/caller.ts"),
    import("../../targets/aws/checkCaller.ts"),
    import("../../targets/aws/refuseEndpoints.ts"),
  ]);
  refuseEndpoints(context.environment);
  recallAmbientAws(process.env, context.environment);
  const caller = await findCaller({ role, ...(region !== undefined && { region }) });
  checkCaller(caller, accountId, listedAccounts(context.environment));
  return awsTarget({ caller, permissionsBoundary, passphraseFile: await passphraseFile(keylabFolder(context)) });
}

/** The embedded AWS at that address, if it was started from this folder. One that answers and is not ready has not left word yet. */
async function embeddedAt(url: URL, folder: string): Promise<AwsState | undefined> {
  if (!isLoopback(url) || url.protocol !== "http:") return undefined;
  const states = new AwsStates(folder);
  const find = async () => {
    const state = await states.read(Number(url.port));
    return state !== undefined && (await isRunning(state)) ? state : undefined;
  };
  return (await find()) ?? ((await becomesReady(url)) ? find() : undefined);
}

function embeddedEntry({ url, region, rootSecret, controlToken }: AwsState) {
  return { url, region, root: { accessKeyId: "test", secretAccessKey: rootSecret }, controlToken };
}

/**
 * How to get into any other endpoint: with the credentials of the shell if it is set up for that very endpoint, so that
 * credentials for real AWS never go elsewhere; else with those that local AWS servers take.
 */
function entryOf({ origin }: URL, environment: Context["environment"]) {
  const { AWS_ENDPOINT_URL = "", AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION } = environment;
  const isMeant = URL.canParse(AWS_ENDPOINT_URL) && new URL(AWS_ENDPOINT_URL).origin === origin;
  if (!isMeant || !AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
    return { url: origin, region, root: { accessKeyId: "test", secretAccessKey: "test" } };
  }
  const root = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  return { url: origin, region: AWS_REGION ?? region, root };
}
