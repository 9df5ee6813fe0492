import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { cancelKeyDeletion } from "../contract/actions/cancelKeyDeletion.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { disableKey } from "../contract/actions/disableKey.ts";
import { getKeyPolicy } from "../contract/actions/getKeyPolicy.ts";
import { scheduleKeyDeletion } from "../contract/actions/scheduleKeyDeletion.ts";
import { can, cannot, type Naming, type Plain } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";
import { wizardsKeyPolicy } from "../contract/wizardsKeyPolicy.ts";

const denied = (action: string) => ({ action, layer: "identity policy" }) as const;

export default scenario({
  id: "kms/administrators-without-delete",
  title: "Let administrators do everything with a key but delete it",
  lesson:
    'Without the tick at "Allow key administrators to delete this key" two actions leave the key policy, and nothing else. Such an administrator disables the key, and neither schedules its deletion nor cancels one.',
  workshop: "W1 and W3, key administrators; W5",
  billed: { keys: 1 },
  needs: [],
  limits: [],

  parameters: { mayDelete: true },
  deploy: ({ name, parameters }) => {
    const keeper = new UnprivilegedUser("keeper", { userName: name("key-keeper") });
    const key = new EncryptionKey("key", {
      alias: name("NewKey"),
      administrators: [callerArn(), keeper],
      users: [callerArn()],
      administratorsMayDelete: parameters.mayDelete,
    });
    return { keeper, key };
  },
  principals: { admin: administrator(), keeper: accessKeyOf("keeper") },

  phases: [
    {
      name: "with the tick, an administrator schedules the deletion and cancels it",
      expect: [
        can("keeper", getKeyPolicy("key"), { yields: (naming) => keyPolicy(naming, { mayDelete: true }) }),
        can("keeper", scheduleKeyDeletion("key", 30), { yields: { KeyState: "PendingDeletion" } }),
        can("keeper", cancelKeyDeletion("key")),
      ],
    },
    {
      name: "without it, neither, and everything else as before",
      set: { mayDelete: false },
      expect: [
        can("keeper", getKeyPolicy("key"), { yields: (naming) => keyPolicy(naming, { mayDelete: false }) }),
        cannot("keeper", scheduleKeyDeletion("key", 30), denied("kms:ScheduleKeyDeletion")),
        can("keeper", disableKey("key")),
        can("keeper", describeKey("key"), { yields: { KeyState: "Disabled" } }),
        can("admin", scheduleKeyDeletion("key", 30), { yields: { KeyState: "PendingDeletion" } }),
        cannot("keeper", cancelKeyDeletion("key"), denied("kms:CancelKeyDeletion")),
        can("admin", cancelKeyDeletion("key")),
      ],
    },
  ],
});

function keyPolicy(naming: Naming, { mayDelete }: { readonly mayDelete: boolean }): Plain {
  const { name, accountId, administratorArn } = naming;
  return wizardsKeyPolicy({
    accountId,
    administrators: [administratorArn, `arn:aws:iam::${accountId}:user/${name("key-keeper")}`],
    administratorsMayDelete: mayDelete,
    users: [administratorArn],
  });
}
