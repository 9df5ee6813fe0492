import { setTimeout } from "node:timers/promises";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { UserError } from "../errors/userError.ts";
import { debugProviders } from "../provider/debugProviders.ts";
import { startProvider } from "../provider/index.ts";
import { suffixOf, type Mark } from "../runner/marks/mark.ts";
import type {
  ClientConfiguration,
  Credentials,
  EngineSettings,
  FailedCall,
  Target,
  TargetSession,
} from "../runner/target.ts";
import { clientConfiguration } from "./clientConfiguration.ts";
import { ControlClient } from "./controlClient.ts";
import { LookedUpEvents } from "./lookedUpEvents.ts";
import { embeddedPatience, unknownPatience, unknownReadiness } from "./endpointPatience.ts";
import {
  dropAdministrator,
  makeAdministrator,
  takeOverAdministrator,
  type Administrator,
} from "./makeAdministrator.ts";

/** An endpoint that speaks AWS, and how to get in. */
export interface EndpointOptions {
  readonly url: string;
  readonly region: string;
  /** Who makes the run's administrator. */
  readonly root: Credentials;
  /** Where those are temporary: some of the same that are valid now. Default: `root`. */
  readonly renewRoot?: () => Promise<Credentials>;
  /** Opens the control routes of an embedded AWS: clock and decisions. Absent for everything else. */
  readonly controlToken?: string;
  /** Encrypts the engine's state: a file with a passphrase, readable by nobody else. */
  readonly passphraseFile: string;
}

/**
 * A server that somebody else has started: an embedded AWS of its own (`keylab aws start`) or any other local AWS. The
 * run is a guest there: its names carry a suffix, and nothing of others is touched.
 */
export function endpointTarget(options: EndpointOptions): Target {
  const isEmbedded = options.controlToken !== undefined;
  const { url, region } = options;
  const root = clientConfiguration({ endpoint: url, region }, options.root);
  const persistent = { ...root, maxAttempts: persistentAttempts };
  return {
    description: {
      name: options.url,
      summary: isEmbedded
        ? `The embedded AWS at ${options.url}. Signatures, IAM policies, key policies, grants and key states are enforced.`
        : `The AWS endpoint ${options.url}. What it enforces is its own affair; it does not state which layer decides.`,
      statesLayer: isEmbedded,
    },
    abilities: new Set(isEmbedded ? (["clock"] as const) : []),
    open: async (_needs, mark) => openEndpoint(options, await entered(url, makeAdministrator(root, mark)), mark),
    lasting: {
      url,
      root: persistent,
      check: () => checkEntry(url, root),
      takeOver: async (mark: Mark) =>
        openEndpoint(options, await entered(url, takeOverAdministrator(persistent, mark))),
    },
  };
}

/** Whoever sweeps does not give up at the first refusal. */
const persistentAttempts = 10;

/** What repeating does not mend. */
const hopeless: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "InvalidClientTokenId",
  "SignatureDoesNotMatch",
]);

async function checkEntry(url: string, root: ClientConfiguration): Promise<void> {
  const sts = new STSClient(root);
  try {
    await sts.send(new GetCallerIdentityCommand({}));
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? error.code : error instanceof Error && error.name;
    if (typeof reason === "string" && hopeless.has(reason)) throw cannotEnter(url, error);
  } finally {
    sts.destroy();
  }
}

async function entered(url: string, administrator: Promise<Administrator>): Promise<Administrator> {
  return administrator.catch((error: unknown) => {
    throw cannotEnter(url, error);
  });
}

/** @param mark whose callers' events are told */
async function openEndpoint(
  options: EndpointOptions,
  administrator: Administrator,
  mark?: Mark,
): Promise<TargetSession> {
  const { url, region, root, renewRoot, controlToken, passphraseFile } = options;
  const place = { endpoint: url, region };
  const control = controlToken === undefined ? undefined : new ControlClient(url, controlToken);
  const patience = controlToken === undefined ? unknownPatience : await embeddedPatience({ url, controlToken });
  await setTimeout(patience.identities);
  const asRoot = { ...clientConfiguration(place, root), maxAttempts: persistentAttempts };
  // Where changes are seen late, so are events: they would be told of a later phase.
  const audited =
    control && mark && patience.settle === 0
      ? new LookedUpEvents({ root: asRoot, caller: suffixOf(mark), since: await control.now() })
      : undefined;
  const connection = { ...place, credentials: administrator.credentials, propagation: patience.limit };
  const failedCalls: FailedCall[] | undefined = control === undefined ? [] : undefined;
  const provider = await startProvider({
    ...connection,
    ...(failedCalls && { readiness: unknownReadiness, failed: (call) => failedCalls.push(call) }),
  });
  return {
    administrator: administrator.credentials,
    clientConfiguration: (credentials) => clientConfiguration(place, credentials),
    isExclusive: false,
    patience,
    engine: engineSettings(provider.port, passphraseFile),
    advanceClock: control && ((milliseconds) => control.advanceClock(milliseconds)),
    now: async () => control?.now() ?? new Date(),
    decisionsOf: control && ((requestId) => control.decisionsOf(requestId)),
    explanationsOf: control && ((requestId) => control.explanationsOf(requestId)),
    takeAudited: audited && (() => audited.take()),
    failedCalls: failedCalls && (() => failedCalls),
    close: async (keep = false) => {
      audited?.close();
      await provider.stop();
      if (!keep) {
        await dropAdministrator({ ...asRoot, ...(renewRoot && { credentials: await renewRoot() }) }, administrator);
      }
    },
  };
}

function engineSettings(port: number, passphraseFile: string): EngineSettings {
  return {
    secretsProvider: "passphrase",
    environment: {
      PULUMI_CONFIG_PASSPHRASE_FILE: passphraseFile,
      PULUMI_DEBUG_PROVIDERS: debugProviders(port),
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    },
  };
}

/** Nobody answers, or the endpoint does not know the root credentials: the person who named the endpoint can mend both. */
function cannotEnter(url: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (!("$metadata" in error) || "code" in error) {
    return new UserError(
      `No AWS answers at ${url} (${error.message}).`,
      "Start one with `keylab aws start`, or check the URL.",
    );
  }
  if (["InvalidClientTokenId", "SignatureDoesNotMatch"].includes(error.name)) {
    return new UserError(
      `${url} does not accept the root credentials (${error.message}).`,
      "Give its access key with --access-key-id and --secret-access-key. An embedded AWS is known where it is started from this folder.",
    );
  }
  return new UserError(
    `${url} cannot make an administrator for the run (${error.name}: ${error.message}).`,
    "A run needs IAM users with inline policies and access keys there.",
  );
}
