import { readAnswer, type Answered } from "../answers.ts";
import { bytesMember } from "../recordedBytes.ts";
import type { RecordedCommand } from "../scenarioRecord.ts";
import { answerFile } from "./answerNames.ts";
import { cliName, cliService } from "./cliName.ts";
import { fieldOf } from "./fieldOf.ts";
import { fileStep } from "./fileStep.ts";
import { folderPlaceholder } from "./placeholders.ts";
import { profileSteps } from "./profileSteps.ts";
import { secretText } from "./secretText.ts";
import type { AwsCommand, Kept, OptionValue, Step } from "./step.ts";

/** What the AWS CLI writes to a file: here, to the terminal. */
const streaming = new Set(["lambda invoke", "s3api get-object"]);

/** A command of an attempt, and what of its answer later ones need. */
export interface Sent {
  readonly command: RecordedCommand;
  /** Default: the shell's own. */
  readonly region?: string;
  readonly kept?: Kept;
}

/** How a command of the AWS SDK is sent by the AWS CLI, with the files that it reads. */
export function commandSteps({ command, region, kept }: Sent): readonly Step[] {
  const { service, input, session } = command;
  const operation = `${cliService(service)} ${cliName(command.operation)}`;
  const members = Object.entries(input).map(([name, value]) => ({ name: cliName(name), value }));
  const files = members.flatMap(({ name, value }) => {
    const text = bytesOf(value);
    return text === undefined || readAnswer(text) !== undefined ? [] : [fileStep(name, text)];
  });
  const sent: AwsCommand = {
    operation,
    options: { ...Object.fromEntries(members.map((member) => option(operation, member))), region },
    outfile: streaming.has(operation) ? "/dev/stdout" : undefined,
    into: session === undefined ? kept : { variable: "SESSION", query: credentialsQuery },
  };
  return [...files, sent, ...(session === undefined ? [] : sessionSteps(session))];
}

interface Member {
  readonly name: string;
  readonly value: unknown;
}

function option(operation: string, { name, value }: Member): readonly [string, OptionValue] {
  const text = bytesOf(value);
  if (text !== undefined) {
    const path = `${folderPlaceholder}/${fileOf(name, readAnswer(text))}`;
    // The body of an object is the one file whose name the AWS CLI takes as it is.
    return [name, operation === "s3api put-object" ? path : `fileb://${path}`];
  }
  if (value === false) return [`no-${name}`, true];
  return [name, optionValue(value)];
}

function fileOf(member: string, answered: Answered | undefined): string {
  return answered === undefined ? member : answerFile(answered);
}

function optionValue(value: unknown): OptionValue {
  if (value === "<secret>") return secretText;
  if (Array.isArray(value)) {
    return value.map((item: unknown) => (typeof item === "string" ? item : JSON.stringify(item)));
  }
  if (typeof value === "string" || typeof value === "number" || value === true) return value;
  return typeof value === "object" && value !== null ? value : undefined;
}

function bytesOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const [name, text]: readonly unknown[] = Object.entries(value)[0] ?? [];
  return name === bytesMember && typeof text === "string" ? text : undefined;
}

const credentialsQuery = "Credentials.[AccessKeyId,SecretAccessKey,SessionToken]";

function sessionSteps(session: string): readonly Step[] {
  return profileSteps(session, {
    accessKeyId: fieldOf("SESSION", 1),
    secretAccessKey: fieldOf("SESSION", 2),
    sessionToken: fieldOf("SESSION", 3),
  });
}
