/** The account that the mocked provider deploys to. */
export const account = "111122223333";
/** Who deploys, unless a test says otherwise: an IAM user. */
export const admin = `arn:aws:iam::${account}:user/admin`;

/** Properties of a resource by name. */
export type Properties = Readonly<Record<string, unknown>>;

const key = (id: string) => `arn:aws:kms:us-east-1:${account}:key/${id}`;

/** What AWS would add to the inputs of a resource, by resource type. */
const computed: Readonly<Record<string, (name: string, inputs: Properties) => Properties>> = {
  "aws:kms/key:Key": (name) => ({ keyId: `${name}-id`, arn: key(`${name}-id`) }),
  "aws:kms/externalKey:ExternalKey": (name) => ({ arn: key(`${name}-id`) }),
  "pulumi:providers:aws": () => ({}),
  "aws:kms/replicaKey:ReplicaKey": (name) => ({ keyId: `${name}-id`, arn: key(`${name}-id`) }),
  "aws:kms/alias:Alias": (_, { name }) => ({ arn: `arn:aws:kms:us-east-1:${account}:${String(name)}` }),
  "aws:dynamodb/table:Table": (_, { name }) => ({
    arn: `arn:aws:dynamodb:us-east-1:${account}:table/${String(name)}`,
  }),
  "aws:dynamodb/tableItem:TableItem": () => ({}),
  "aws:secretsmanager/secret:Secret": (_, { name }) => ({
    arn: `arn:aws:secretsmanager:us-east-1:${account}:secret:${String(name)}-AbCdEf`,
  }),
  "aws:secretsmanager/secretVersion:SecretVersion": () => ({ versionId: "version-1" }),
  "aws:s3/bucket:Bucket": (_, { bucket }) => ({ arn: `arn:aws:s3:::${String(bucket)}` }),
  "aws:s3/bucketPolicy:BucketPolicy": () => ({}),
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": () => ({}),
  "aws:lambda/function:Function": (_, { name }) => ({
    arn: `arn:aws:lambda:us-east-1:${account}:function:${String(name)}`,
  }),
  "aws:ebs/volume:Volume": () => ({}),
  "aws:ebs/snapshot:Snapshot": () => ({}),
  "aws:secretsmanager/secretPolicy:SecretPolicy": () => ({}),
  "aws:cloudwatch/eventRule:EventRule": () => ({}),
  "aws:cloudwatch/metricAlarm:MetricAlarm": () => ({}),
  "aws:iam/user:User": (_, { name }) => ({ arn: `arn:aws:iam::${account}:user/${String(name)}` }),
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": () => ({}),
  "aws:iam/accessKey:AccessKey": (_, { user }) => ({ secret: `secret access key of ${String(user)}` }),
  "aws:iam/userLoginProfile:UserLoginProfile": (_, { user }) => ({ password: `password of ${String(user)}` }),
  "aws:iam/role:Role": (_, { name }) => ({ arn: `arn:aws:iam::${account}:role/${String(name)}` }),
  "aws:iam/rolePolicy:RolePolicy": () => ({}),
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": () => ({}),
  "aws:iam/userPolicy:UserPolicy": () => ({}),
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": () => ({}),
};

/** What the provider of a component answers when it has made the component's resources. */
const constructed: Readonly<Record<string, (name: string, inputs: Properties) => Properties>> = {
  "awsx:cloudtrail:Trail": (_, { name }) => ({
    trail: {
      arn: `arn:aws:cloudtrail:us-east-1:${account}:trail/${String(name)}`,
      name,
      s3BucketName: `bucket of ${String(name)}`,
    },
  }),
};

/** What a component hands over that its provider makes; nothing if the program makes it. */
export function construct(type: string, name: string, inputs: Properties): Properties | undefined {
  return constructed[type]?.(name, inputs);
}

/** What the provider knows of a resource that it has created. Its id is `id of <name>`. */
export function create(type: string, name: string, inputs: Properties): { id: string; state: Properties } {
  const compute = computed[type];
  if (compute === undefined) throw new Error(`the mocked provider knows no resource type ${type}`);
  return { id: `id of ${name}`, state: { ...inputs, ...compute(name, inputs) } };
}

/** What the engine knows of the last deployment: a table, and resources that no workshop has. */
const lastDeployment = {
  "urn:pulumi:test::keylab::keylab:infra:Workshop$keylab:infra:EncryptedTable$aws:dynamodb/table:Table::workshop-orders":
    {
      type: "aws:dynamodb/table:Table",
      outputs: { name: "orders" },
    },
  "urn:pulumi:test::keylab::pulumi:pulumi:Stack::keylab-test": { type: "pulumi:pulumi:Stack", outputs: {} },
  "urn:pulumi:test::keylab::keylab:infra:EncryptionKey$aws:kms/key:Key::key": {
    type: "aws:kms/key:Key",
    outputs: { multiRegion: false },
  },
};

/** What a function of the provider answers. Roles have the path `/team/`, which their sessions do not show. */
export function call(token: string, inputs: Properties, caller: string): Properties {
  if (token === "aws:index/getCallerIdentity:getCallerIdentity") {
    return { accountId: caller.split(":")[4], arn: caller };
  }
  if (token === "aws:index/getRegion:getRegion") return { region: "us-east-1" };
  if (token === "aws:iam/getSessionContext:getSessionContext") {
    const [, role = ""] = String(inputs.arn).split("/");
    return { issuerArn: `arn:aws:iam::${account}:role/team/${role}` };
  }
  // The engine's own, which reads the state of a stack.
  if (token === "pulumi:pulumi:readStackResourceOutputs") return { outputs: lastDeployment };
  throw new Error(`the mocked provider knows no function ${token}`);
}
