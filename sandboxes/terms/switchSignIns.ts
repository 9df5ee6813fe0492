import {
  CreateLoginProfileCommand,
  DeleteLoginProfileCommand,
  EntityAlreadyExistsException,
} from "@aws-sdk/client-iam";
import { isGone } from "../../runner/isGone.ts";
import type { Session } from "../../scenarios/contract/session.ts";
import type { Credential } from "../desk.ts";

/** Takes the console sign-ins of users, or gives them back as they were. Users who are gone are passed over. */
export async function switchSignIns(
  { iam }: Session,
  credentials: readonly Credential[],
  status: "off" | "on",
): Promise<void> {
  for (const { userName: UserName, password: Password } of credentials) {
    const command =
      status === "off"
        ? iam.send(new DeleteLoginProfileCommand({ UserName }))
        : iam.send(new CreateLoginProfileCommand({ UserName, Password, PasswordResetRequired: false }));
    await command.catch((error: unknown) => {
      if (!isGone(error) && !(error instanceof EntityAlreadyExistsException)) throw error;
    });
  }
}
