import type { Emulator } from "../../emulator/startEmulator.ts";
import { startEmulator } from "../../emulator/startEmulator.ts";
import type { RunningProvider } from "../../provider/index.ts";
import { startProvider } from "../../provider/index.ts";
import { Engine } from "./engine.ts";

/** The account and region of `onEmbeddedAws`. */
export const ACCOUNT = "000000000000";
export const REGION = "us-east-1";

/** A provider on an embedded AWS of its own, and an engine that is attached to it. */
export interface Running {
  readonly emulator: Emulator;
  readonly provider: RunningProvider;
  readonly engine: Engine;
}

/** Starts all three before the tests of a suite and stops them afterwards; the answer gives access within the tests. */
export function onEmbeddedAws(): () => Running {
  let running: Running | undefined;
  before(async () => {
    const emulator = await startEmulator();
    const credentials = { accessKeyId: ACCOUNT, secretAccessKey: emulator.rootSecret };
    const provider = await startProvider({ endpoint: emulator.url, region: REGION, credentials });
    const engine = new Engine(provider.port);
    running = { emulator, provider, engine };
    await engine.configure();
  });
  after(async () => {
    running?.engine.close();
    await running?.provider.stop();
    await running?.emulator.stop();
  });
  return () => {
    if (running === undefined) {
      throw new Error("nothing is running outside of a test");
    }
    return running;
  };
}

/** An engine that deploys as an IAM user who may do everything but one action. */
export async function limitedEngine({ engine, provider }: Running, denied: string): Promise<Engine> {
  const rule = (Effect: string, Action: string) => ({ Effect, Action, Resource: "*" });
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [rule("Allow", "*"), rule("Deny", denied)] });
  const user = await engine.create("aws:iam/user:User", { forceDestroy: true });
  await engine.create("aws:iam/userPolicy:UserPolicy", { user: user.id, policy });
  const key = await engine.create("aws:iam/accessKey:AccessKey", { user: user.id });
  const limited = new Engine(provider.port);
  await limited.configure({ accessKey: key.id, secretKey: key.state.secret ?? "" });
  return limited;
}
