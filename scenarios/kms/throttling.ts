import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { updateKeyDescription } from "../contract/actions/updateKeyDescription.ts";
import { can, cannot, fails } from "../contract/expectation.ts";
import { accessKeyOf } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

/** Both are more than the quota of UpdateKeyDescription, five a second. Source: KMS Developer Guide, "Request quotas". */
const many = 20;
const some = 8;

export default scenario({
  id: "kms/throttling",
  title: "Get through a request quota with retries and backoff",
  lesson:
    "KMS counts requests by the second, and refuses what is too many with ThrottlingException, whatever the policies allow. Who tries again with growing pauses gets through; who is denied does not, however often they try.",
  workshop: "W4, errors",
  billed: { keys: 1 },
  needs: ["request quotas"],
  limits: [
    "Changing a description stands for encrypting, whose quota is thousands of requests a second and more than a test should send.",
  ],

  parameters: {},
  deploy: ({ name }) => {
    const keeper = new UnprivilegedUser("keeper", { userName: name("key-keeper") });
    const stranger = new UnprivilegedUser("stranger", { userName: name("stranger") });
    const key = new EncryptionKey("key", {
      alias: name("my-app-key"),
      administrators: [callerArn()],
      statements: [{ Sid: "Describe", Effect: "Allow", Principal: [keeper], Action: "kms:UpdateKeyDescription" }],
    });
    return { keeper, stranger, key };
  },
  principals: { keeper: accessKeyOf("keeper"), stranger: accessKeyOf("stranger") },

  phases: [
    {
      name: "one request is nothing, and a burst is refused",
      expect: [
        can("keeper", updateKeyDescription("key", "For letters.")),
        fails("keeper", updateKeyDescription("key", "For letters.", { times: many }), {
          code: "ThrottlingException",
          says: "You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.",
        }),
      ],
    },
    {
      name: "with retries a burst gets through",
      expect: [can("keeper", updateKeyDescription("key", "For letters.", { times: some, retries: true }))],
    },
    {
      name: "no retry helps against a denial",
      expect: [
        cannot("stranger", updateKeyDescription("key", "For myself.", { retries: true }), {
          action: "kms:UpdateKeyDescription",
          layer: "identity policy",
        }),
        cannot("keeper", encrypt("key", "letter"), { action: "kms:Encrypt", layer: "identity policy" }),
      ],
    },
  ],
});
