import { UserError } from "../../errors/userError.ts";
import type { Credentials } from "../../runner/target.ts";
import type { RoleToAssume } from "../../targets/aws/assumeRole.ts";

/** Where a run was told to go. */
export type TargetChoice =
  | { readonly kind: "local" }
  /** Credentials are those of the options; absent, Keylab knows how to get in, or guesses. */
  | { readonly kind: "endpoint"; readonly url: URL; readonly credentials?: Credentials }
  | {
      readonly kind: "aws";
      readonly accountId?: string;
      readonly role?: RoleToAssume;
      /** The ARN of a managed policy. */
      readonly permissionsBoundary?: string;
    };

/** As whom a run was told to work on AWS and under which limit, or to enter an endpoint. */
export interface EntryOptions {
  /** Of a role on AWS: an ARN. */
  readonly roleArn?: string;
  readonly externalId?: string;
  /** The ARN of a managed policy. */
  readonly permissionsBoundary?: string;
  /** Of whoever may make users at an endpoint. For test credentials only: everybody on a machine can see its command lines. */
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
}

/**
 * Reads the option `--target`, and those beside it that only AWS has.
 *
 * @throws UserError when it is neither `local` nor `aws:<account>` nor the URL of an endpoint, for a role elsewhere than on AWS, and
 * for an access key elsewhere than at an endpoint.
 */
export function readTarget(text: string, options: EntryOptions = {}): TargetChoice {
  const credentials = credentialsOf(options);
  const { accountId } = /^aws(?::(?<accountId>\d{12}))?$/.exec(text)?.groups ?? {};
  const isAws = text === "aws" || accountId !== undefined;
  if (credentials !== undefined && (isAws || text === "local")) {
    throw new UserError(
      `The target ${text} takes no access key from the command line.`,
      isAws ? "Set it up in the shell, a profile or a role." : "Leave --access-key-id and --secret-access-key out.",
    );
  }
  if (isAws) {
    const { roleArn, externalId, permissionsBoundary } = options;
    const role = roleOf(roleArn, externalId);
    return { kind: "aws", accountId, role, permissionsBoundary: boundaryOf(permissionsBoundary) };
  }
  refuseAwsOptions(options);
  if (text === "local") return { kind: "local" };
  const problem = urlProblem(text);
  if (problem === undefined) return { kind: "endpoint", url: new URL(text), ...(credentials && { credentials }) };
  throw new UserError(
    `The target ${JSON.stringify(withoutPassword(text))} ${problem}.`,
    "Give --target local, aws:<account>, or the URL of an AWS endpoint, such as http://127.0.0.1:4566.",
  );
}

function refuseAwsOptions({ roleArn, externalId, permissionsBoundary }: EntryOptions): void {
  if (roleArn !== undefined || externalId !== undefined) {
    throw new UserError("Only on AWS a role can be assumed.", "Give --target aws:<account>, or leave out the role.");
  }
  if (permissionsBoundary !== undefined) {
    throw new UserError(
      "Only on AWS a permissions boundary can be given to users and roles.",
      "Give --target aws:<account>, or leave out --permissions-boundary.",
    );
  }
}

function roleOf(arn: string | undefined, externalId: string | undefined): RoleToAssume | undefined {
  if (arn === undefined) {
    if (externalId === undefined) return undefined;
    throw new UserError("An external id belongs to a role.", "Give --role-arn as well.");
  }
  if (/^arn:[^:]+:iam::\d{12}:role\/.+$/.test(arn)) return { arn, externalId };
  throw new UserError(
    `${JSON.stringify(arn)} is not the ARN of a role.`,
    "It reads arn:aws:iam::<account>:role/<name>.",
  );
}

function boundaryOf(arn: string | undefined): string | undefined {
  if (arn === undefined || /^arn:[^:]+:iam::(?:\d{12}|aws):policy\/.+$/.test(arn)) return arn;
  throw new UserError(
    `${JSON.stringify(arn)} is not the ARN of a managed policy.`,
    "It reads arn:aws:iam::<account>:policy/<name>. `keylab aws-policy --boundary` prints a document for one.",
  );
}

function credentialsOf({ accessKeyId, secretAccessKey }: EntryOptions): Credentials | undefined {
  if (accessKeyId === undefined && secretAccessKey === undefined) return undefined;
  if (accessKeyId === undefined) throw new UserError("A secret access key has an id.", "Give --access-key-id as well.");
  if (secretAccessKey === undefined) {
    throw new UserError("An access key has a secret.", "Give --secret-access-key as well.");
  }
  if (accessKeyId !== "" && secretAccessKey !== "") return { accessKeyId, secretAccessKey };
  throw new UserError(
    "The access key is empty.",
    "Give --access-key-id and --secret-access-key as the endpoint has them.",
  );
}

/** A choice as {@link readTarget} reads it, without its options. */
export function textOf(choice: TargetChoice): string {
  if (choice.kind === "endpoint") return choice.url.href;
  return choice.kind === "aws" && choice.accountId !== undefined ? `aws:${choice.accountId}` : choice.kind;
}

/** The options of a choice, as {@link readTarget} reads them beside its text. */
export function entryOptionsOf(choice: TargetChoice): EntryOptions {
  if (choice.kind === "aws") {
    const { role, permissionsBoundary } = choice;
    return { roleArn: role?.arn, externalId: role?.externalId, permissionsBoundary };
  }
  return choice.kind === "endpoint" ? { ...choice.credentials } : {};
}

function urlProblem(text: string): string | undefined {
  if (!URL.canParse(text)) return 'is neither "local" nor "aws:<account>" nor a URL';
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
