import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { Observer } from "../../mutations/observer.ts";
import { deploy } from "../infra/support.ts";

describe("Observer", () => {
  it("leaves out what a remote component hands over: it is registered already", async () => {
    const observer = new Observer();
    const observe = observer.witness();
    await deploy(() => {
      const resource = new pulumi.ComponentResource("keylab:infra:Sample", "sample");
      const args = { name: "made", type: "keylab:infra:Sample", props: {}, resource };
      observe({ ...args, opts: {} });
      observe({ ...args, name: "handed over", opts: { urn: "urn:pulumi:test::keylab::keylab:infra:Sample::sample" } });
    });
    const [deployment] = await observer.deployments();
    expect([...(deployment?.keys() ?? [])]).to.deep.equal(["keylab:infra:Sample::made"]);
  });
});
