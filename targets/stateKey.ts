import { devNull } from "node:os";
import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { clientConfiguration, type Place } from "./clientConfiguration.ts";

/** An account that no scenario uses: it holds the key that encrypts the engine's state. */
const reservedAccountId = "999999999999";

/** The engine inherits the environment of this process. What of it speaks of AWS must not reach its AWS client. */
const noAmbientAws = {
  AWS_PROFILE: "",
  AWS_SESSION_TOKEN: "",
  AWS_ENDPOINT_URL: "",
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_EC2_METADATA_DISABLED: "true",
};

/** What the engine needs to encrypt its state with the embedded KMS. */
export interface StateKey {
  readonly secretsProvider: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Makes a KMS key on the embedded AWS for the secrets in the engine's state: state and instance live and die together.
 * The engine's own AWS client gets the endpoint and the reserved account by environment; no program and no provider does.
 */
export async function makeStateKey(place: Place, rootSecret: string): Promise<StateKey> {
  const credentials = { accessKeyId: reservedAccountId, secretAccessKey: rootSecret };
  const kms = new KMSClient(clientConfiguration(place, credentials));
  try {
    const { KeyMetadata: key } = await kms.send(
      new CreateKeyCommand({ Description: "Secrets in the state of Pulumi" }),
    );
    if (!key?.Arn) throw new Error("KMS answered CreateKey without an ARN.");
    return {
      secretsProvider: `awskms:///${key.Arn}?region=${place.region}`,
      environment: {
        ...noAmbientAws,
        AWS_ENDPOINT_URL_KMS: place.endpoint,
        AWS_REGION: place.region,
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      },
    };
  } finally {
    kms.destroy();
  }
}
