import { listAccessKeys } from "../../../../emulator/services/iam/operations/listAccessKeys.ts";
import { readerArn, tags, type ServiceSamples } from "./serviceSamples.ts";

export const stsSamples: ServiceSamples = {
  service: "sts",
  free: ["GetCallerIdentity", "GetSessionToken"],
  endings: {
    InvalidAuthorizationMessageException: ["DecodeAuthorizationMessage"],
    InvalidIdentityToken: ["AssumeRoleWithWebIdentity"],
  },
  make: async (invoke) => {
    const { AccessKeyMetadata: [key] = [] } = await invoke(listAccessKeys, { UserName: "Alice" });
    return {
      members: {
        AccessKeyId: key?.AccessKeyId,
        DurationSeconds: 900,
        EncodedMessage: "nonsense",
        ExternalId: "x",
        Name: "Ada",
        RoleArn: readerArn,
        RoleSessionName: "tests",
        SourceIdentity: "Ada",
        Tags: tags,
        TransitiveTagKeys: ["team"],
        WebIdentityToken: "token",
      },
    };
  },
};
