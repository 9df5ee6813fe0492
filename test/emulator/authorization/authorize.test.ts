import { expect } from "chai";
import { accessRequest } from "../../../emulator/authorization/authorize.ts";
import type { AccessRequest, ProtectedResource } from "../../../emulator/authorization/accessRequest.ts";
import { AwsError } from "../../../emulator/awsError.ts";
import { Dispatcher } from "../../../emulator/dispatcher.ts";
import { Instance } from "../../../emulator/instance.ts";
import { operation } from "../../../emulator/operation.ts";
import { Organization } from "../../../emulator/organization.ts";
import { Registry } from "../../../emulator/registry.ts";
import { services } from "../../../emulator/services/services.ts";
import { readVpcEndpoint } from "../../../emulator/vpcEndpoint.ts";
import { account, otherAccount, principals } from "./accessRequests.ts";

const own: ProtectedResource = { arn: "arn:aws:kms:us-east-1:1:own", accountId: account, policyIsRequired: false };
const foreign: ProtectedResource = { ...own, arn: "arn:aws:kms:us-east-1:1:foreign", accountId: otherAccount };
const vpcEndpoint = readVpcEndpoint({ id: "vpce-1", vpc: "vpc-1" });

/** Calls an operation that needs access to some resources, as the root user, and hands back what the engine is asked. */
async function call(
  resources: readonly ProtectedResource[],
  settings: ConstructorParameters<typeof Instance>[1] = {},
  viaService?: string,
): Promise<AccessRequest[]> {
  const asked: AccessRequest[] = [];
  const probe = operation<object, object>({
    service: "kms",
    name: "ListKeys",
    documentation: "",
    readOnly: true,
    access: (context) => {
      const needed = resources.map((resource) => ({
        action: "kms:ListKeys",
        resource,
        conditions: { "kms:ViaService": "x" },
        encryptionContext: { table: "t" },
      }));
      asked.push(...needed.map((access) => accessRequest(context, access)));
      return needed;
    },
    run: () => ({}),
  });
  const origin = { sourceIp: "192.0.2.1", userAgent: "test/1.0", viaService };
  const how = { caller: principals.root, region: "us-east-1", requestId: "1", wireRequestId: "1", origin };
  await new Dispatcher(new Instance("test", settings), new Registry(services)).invoke(probe, {}, how);
  return asked;
}

describe("a call", () => {
  it("goes through if everything is allowed that it needs", async () => {
    expect(await call([own, own])).to.have.length(2);
  });

  it("is refused with the code and the sentence of the service if one thing is not", async () => {
    const error: unknown = await call([own, foreign]).catch((thrown: unknown) => thrown);
    if (!(error instanceof AwsError)) throw new Error("The call went through.");
    expect([error.code, error.status]).to.deep.equal(["AccessDeniedException", 400]);
    expect(error.message).to.equal(
      `User: ${principals.root.arn} is not authorized to perform: kms:ListKeys on resource: ${foreign.arn} because no resource-based policy allows the kms:ListKeys action`,
    );
  });

  it("asks the engine about the caller, with the condition keys of the call and of the operation", async () => {
    const [request] = await call([own]);
    expect(request?.principal).to.equal(principals.root);
    expect([request?.action, request?.resource]).to.deep.equal(["kms:ListKeys", own]);
    expect(request?.context.get("kms:viaservice")).to.deep.equal(["x"]);
    expect(request?.context.get("aws:principalaccount")).to.deep.equal([account]);
    expect(request?.encryptionContext).to.deep.equal({ table: "t" });
    expect(request?.policies.identity).to.deep.equal([]);
    expect([request?.controls, request?.endpointPolicy]).to.deep.equal([undefined, undefined]);
  });

  it("is subject to the policies of an organization", async () => {
    const organization = new Organization({ id: "o-exampleorgid", accounts: { [account]: {} } });
    const [request] = await call([own], { organization });
    expect(request?.controls).to.deep.equal(organization.controls(account, account));
  });

  it("is subject to the policy of the VPC endpoint, unless a service makes it", async () => {
    const [direct] = await call([own], { vpcEndpoint });
    expect(direct?.endpointPolicy).to.equal(vpcEndpoint.policy);
    const [forwarded] = await call([own], { vpcEndpoint }, "dynamodb");
    expect(forwarded?.endpointPolicy).to.equal(undefined);
  });
});
