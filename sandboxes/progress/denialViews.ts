import type { DenialView } from "../desk.ts";
import { isDenial, type StudentEvent } from "./studentEvent.ts";

/** More are of no use to whoever helps. */
const shown = 5;

/** The latest denials of a sandbox, the newest first. */
export function denialViews(events: readonly StudentEvent[]): readonly DenialView[] {
  return events
    .filter(isDenial)
    .slice(-shown)
    .reverse()
    .map((event) => ({ at: event.at, who: event.who, action: event.action, explanation: explanationOf(event) }));
}

/** As people call the services that ask KMS for somebody. */
const services: Readonly<Record<string, string>> = {
  "dynamodb.amazonaws.com": "DynamoDB",
  "secretsmanager.amazonaws.com": "Secrets Manager",
  "s3.amazonaws.com": "S3",
  "lambda.amazonaws.com": "Lambda",
};

/**
 * Who asked, and the reason that AWS states after "because": what stands before it is long, and known. Source: IAM User Guide, "Troubleshoot access denied
 * error messages".
 */
function explanationOf({ who, through, message = "" }: StudentEvent): string {
  const asked = through === undefined ? "" : `${services[through] ?? through} asked for ${who}. `;
  const [, reason] = / because (.+?)\.?$/.exec(message) ?? [];
  return `${asked}${reason === undefined ? message : `Refused, because ${reason}.`}`.trim();
}
