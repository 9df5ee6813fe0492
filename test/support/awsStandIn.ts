import { AttachRolePolicyCommand, CreateRoleCommand, PutRolePolicyCommand, type IAMClient } from "@aws-sdk/client-iam";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import type { PolicyDocument } from "../../infra/policies/policyDocument.ts";
import { debugProviders } from "../../provider/debugProviders.ts";
import { startProvider } from "../../provider/index.ts";
import type { Target } from "../../runner/target.ts";
import type { Patience } from "../../runner/waiting/patience.ts";
import { awsTarget } from "../../targets/aws/awsTarget.ts";
import { clientsFor, createUser, rootOf, type Emulator } from "./emulator.ts";

/** An embedded AWS as if it were AWS. */
export interface StandInOptions {
  readonly emulator: Emulator;
  readonly passphraseFile: string;
  readonly patience: Patience;
  /** What the runner's role may do. Default: everything. */
  readonly policy?: PolicyDocument;
  readonly permissionsBoundary?: string;
}

/** The target, and whoever works there. */
export interface AwsStandIn {
  readonly target: Target;
  /** A session's. */
  readonly callerArn: string;
  stop(): Promise<void>;
}

/** The runner's role there. */
export const runnerRole = "deployer";

/** The target AWS, as a session of a role of its own, on an embedded AWS that stands in for AWS. */
export async function openAwsStandIn(options: StandInOptions): Promise<AwsStandIn> {
  const { emulator, passphraseFile, patience, policy, permissionsBoundary } = options;
  const { accountId, region } = { accountId: "000000000000", region: "us-east-1" };
  const { iam } = clientsFor(emulator, rootOf());
  await makeRole(iam, accountId, policy);
  const RoleArn = `arn:aws:iam::${accountId}:role/${runnerRole}`;
  const person = await createUser(emulator, "person", [
    { Effect: "Allow", Action: "sts:AssumeRole", Resource: RoleArn },
  ]);
  const credentials = async () => {
    const { Credentials: given } = await person.clients.sts.send(
      new AssumeRoleCommand({ RoleArn, RoleSessionName: "keylab" }),
    );
    const { AccessKeyId = "", SecretAccessKey = "", SessionToken } = given ?? {};
    return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  };
  const arn = `arn:aws:sts::${accountId}:assumed-role/${runnerRole}/keylab`;
  const provider = await startProvider({ endpoint: emulator.url, region, credentials: await credentials() });
  const engineEnvironment = {
    PULUMI_DEBUG_PROVIDERS: debugProviders(provider.port),
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  };
  const target = await awsTarget({
    caller: { accountId, arn, region, credentials },
    passphraseFile,
    patience,
    permissionsBoundary,
    standIn: { endpoint: emulator.url, engineEnvironment },
  });
  return { target: withClock(target, emulator), callerArn: arn, stop: () => provider.stop() };
}

/** Nobody waits for minutes to pass. */
function withClock(target: Target, { instance }: Emulator): Target {
  const open: Target["open"] = async (...args) => ({
    ...(await target.open(...args)),
    now: async () => instance.clock.now(),
    advanceClock: async (milliseconds) => {
      instance.clock.advance(milliseconds);
    },
  });
  return { ...target, open };
}

async function makeRole(iam: IAMClient, accountId: string, policy?: PolicyDocument): Promise<void> {
  const trust = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: "sts:AssumeRole" }],
  };
  await iam.send(new CreateRoleCommand({ RoleName: runnerRole, AssumeRolePolicyDocument: JSON.stringify(trust) }));
  if (policy === undefined) {
    const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
    await iam.send(new AttachRolePolicyCommand({ RoleName: runnerRole, PolicyArn }));
    return;
  }
  const PolicyDocument = JSON.stringify(policy);
  await iam.send(new PutRolePolicyCommand({ RoleName: runnerRole, PolicyName: "keylab", PolicyDocument }));
}
