import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { LambdaFunction } from "../../infra/lambdaFunction.ts";
import { Role } from "../../infra/role.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { disableKey } from "../contract/actions/disableKey.ts";
import { enableKey } from "../contract/actions/enableKey.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { getFunctionConfiguration } from "../contract/actions/getFunctionConfiguration.ts";
import { invokeFunction } from "../contract/actions/invokeFunction.ts";
import { listGrants } from "../contract/actions/listGrants.ts";
import { revokeGrantsTo } from "../contract/actions/revokeGrantsTo.ts";
import { updateFunctionConfiguration } from "../contract/actions/updateFunctionConfiguration.ts";
import { can, eventually, fails } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

interface Parameters {
  /** Whether the developer is one of the key's users. */
  readonly developerIsKeyUser: boolean;
}

const start: Parameters = { developerIsKeyUser: false };
const code = "exports.handler = async () => process.env.GREETING;";

export default scenario({
  id: "lambda/decrypts-its-configuration",
  title: "Let a function decrypt its configuration by a grant",
  lesson:
    "Whoever configures a function under a key needs kms:Encrypt and kms:CreateGrant, for Lambda makes a grant by which the execution role decrypts without a policy of its own. A cold start asks KMS each time: without the key or the grant the function does not run at all.",
  workshop: "W4, ideas (a Lambda function decrypts its configuration)",
  billed: { keys: 1 },
  needs: [],
  limits: [
    "An execution environment that is warm has its variables already: the scenario gives the function other variables first, which ends it.",
  ],

  parameters: start,
  deploy: ({ name, parameters }) => {
    const developer = new UnprivilegedUser("developer", {
      userName: name("function-developer"),
      policyArns: ["arn:aws:iam::aws:policy/AWSLambda_FullAccess"],
    });
    const role = new Role("role", { roleName: name("greeter"), services: ["lambda.amazonaws.com"] });
    const key = new EncryptionKey("key", {
      alias: name("configuration-key"),
      administrators: [callerArn()],
      users: parameters.developerIsKeyUser ? [callerArn(), developer] : [callerArn()],
    });
    const environment = { GREETING: "good morning" };
    const greeter = new LambdaFunction("greeter", { functionName: name("greeter"), role, code, environment, key });
    return { developer, role, key, greeter };
  },
  principals: { admin: administrator(), developer: accessKeyOf("developer") },

  phases: [
    {
      name: "the function reads its configuration by a grant, its role has no policy at all",
      expect: [
        can("admin", listGrants("key"), {
          yields: ({ name, accountId }) => [
            { GranteePrincipal: `arn:aws:sts::${accountId}:assumed-role/${name("greeter")}/${name("greeter")}` },
          ],
        }),
        can("admin", invokeFunction("greeter"), { yields: "good morning" }),
      ],
    },
    {
      name: "a developer who may do everything in Lambda neither sees nor changes the configuration",
      expect: [
        can("developer", getFunctionConfiguration("greeter", "key"), {
          yields: { encryptedUnder: "key", variables: undefined, whyNotShown: "AccessDeniedException" },
        }),
        fails("developer", updateFunctionConfiguration("greeter", { GREETING: "good evening" }), {
          code: "InvalidParameterValueException",
          says: "is not authorized to perform: kms:Encrypt",
        }),
        can("developer", invokeFunction("greeter"), { yields: "good morning" }),
      ],
    },
    {
      name: "as a key user the developer does both",
      set: { developerIsKeyUser: true },
      expect: [
        eventually(can("developer", updateFunctionConfiguration("greeter", { GREETING: "good evening" }))),
        can("developer", getFunctionConfiguration("greeter", "key"), {
          yields: { variables: { GREETING: "good evening" }, whyNotShown: undefined },
        }),
      ],
    },
    {
      name: "with the key disabled no cold start succeeds",
      expect: [
        can("admin", disableKey("key")),
        eventually(fails("admin", encrypt("key", "probe"), { code: "DisabledException" })),
        fails("developer", invokeFunction("greeter"), { code: "KMSDisabledException" }),
        can("admin", enableKey("key")),
        eventually(can("developer", invokeFunction("greeter"), { yields: "good evening" })),
      ],
    },
    {
      name: "nor does one without the grant, until the configuration is written again",
      expect: [
        can("developer", updateFunctionConfiguration("greeter", { GREETING: "good night" })),
        can("admin", revokeGrantsTo("role", "key"), { yields: 1 }),
        fails("developer", invokeFunction("greeter"), {
          code: "KMSAccessDeniedException",
          says: "unable to decrypt the environment variables",
        }),
        can("developer", updateFunctionConfiguration("greeter", { GREETING: "good night" })),
        eventually(can("developer", invokeFunction("greeter"), { yields: "good night" })),
      ],
    },
  ],
});
