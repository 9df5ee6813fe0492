import { IAM } from "@aws-sdk/client-iam";
import { rootOf, type Credentials, type Emulator, type Refusal } from "../../../support/emulator.ts";

/** A client of IAM that speaks for the owner of the credentials (default: root of the default account). */
export function iamClient(emulator: Emulator, credentials: Credentials = rootOf()): IAM {
  return new IAM({ endpoint: emulator.url, region: "us-east-1", credentials, maxAttempts: 1 });
}

/** NoSuchEntity, as the client tells it. */
export function noSuchEntity(message: string): Refusal {
  return { code: "NoSuchEntityException", message, status: 404 };
}

/** EntityAlreadyExists, as the client tells it. */
export function alreadyExists(message: string): Refusal {
  return { code: "EntityAlreadyExistsException", message, status: 409 };
}

/** LimitExceeded, as the client tells it. */
export function limitExceeded(message: string): Refusal {
  return { code: "LimitExceededException", message, status: 409 };
}

/** DeleteConflict, as the client tells it. */
export function deleteConflict(message: string): Refusal {
  return { code: "DeleteConflictException", message, status: 409 };
}

/** InvalidInput, as the client tells it. */
export function invalidInput(message: string): Refusal {
  return { code: "InvalidInputException", message, status: 400 };
}
